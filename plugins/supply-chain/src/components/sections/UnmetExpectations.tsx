import { Alert } from '@backstage/ui';
import { Provenance } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import levels from './levels.module.css';

/** What the trust line of a statement expects of the build, and it does not say. */
export function UnmetExpectations(props: {
  unmet: NonNullable<Provenance['unmet']>;
}) {
  const { unmet } = props;
  const { t } = useMessages();
  if (unmet.length === 0) return null;
  return (
    <Alert
      status="warning"
      icon
      title={t('sections.provenance.unmet', { count: unmet.length })}
      description={
        <ul className={levels.sentences}>
          {unmet.map(({ code, message, pointer }) => (
            <li key={`${code} ${pointer}`}>
              {message} {pointer && <code>{pointer}</code>}
            </li>
          ))}
        </ul>
      }
    />
  );
}
