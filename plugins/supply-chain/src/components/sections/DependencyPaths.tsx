import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { ReleaseKey } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { DependencyPath, QueryView } from '../shared';
import styles from './sections.module.css';

/** The shortest ways from the root to a component, asked for when it is opened. */
export function DependencyPaths(props: {
  releaseKey: ReleaseKey;
  componentKey: string;
}) {
  const { releaseKey, componentKey } = props;
  const { entityRef, releaseId } = releaseKey;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(
    signal => api.getPaths({ entityRef, releaseId }, componentKey, { signal }),
    [api, entityRef, releaseId, componentKey],
  );
  const what = t('sections.components.paths');
  return (
    <div className={styles.stack}>
      <h4 className={styles.heading}>{what}</h4>
      <QueryView
        query={query}
        what={what}
        placeholder={
          <Skeleton className={styles.skeleton} width="40%" height={18} />
        }
      >
        {paths =>
          paths.length === 0 ? (
            <p className={`${styles.text} ${styles.muted}`}>
              {t('sections.components.noPaths')}
            </p>
          ) : (
            <ul className={`${styles.plain} ${styles.stack}`}>
              {paths.map(path => (
                <li key={path.join('\n')}>
                  <DependencyPath path={path} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </div>
  );
}
