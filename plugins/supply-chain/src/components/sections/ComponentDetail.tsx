import {
  Component,
  ReleaseKey,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { DependencyPaths } from './DependencyPaths';
import styles from './sections.module.css';

/** What an opened component shows: how it is reached and who lists it. */
export function ComponentDetail(props: {
  releaseKey: ReleaseKey;
  component: Component;
}) {
  const { component, releaseKey } = props;
  const { t } = useMessages();
  return (
    <div className={styles.stack}>
      <DependencyPaths releaseKey={releaseKey} componentKey={component.key} />
      {component.streams.length > 0 && (
        <p className={`${styles.text} ${styles.muted}`}>
          {t('sections.components.streams')} {component.streams.join(', ')}
        </p>
      )}
    </div>
  );
}
