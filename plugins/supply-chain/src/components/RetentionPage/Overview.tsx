import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import styles from '../shared/page.module.css';
import { QueryView } from '../shared';
import { Alarms } from './Alarms';
import { ClassVolumes } from './ClassVolumes';
import { DeadReferences } from './DeadReferences';
import { Missing } from './Missing';
import { Numbers } from './Numbers';
import { Runs } from './Runs';

/** Loud only where something needs a person; else numbers, and what the last runs did. */
export function Overview() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const query = useQuery(signal => api.getOverview({ signal }), [api]);
  return (
    <div className={styles.page}>
      <QueryView
        query={query}
        what={t('retention.loading')}
        placeholder={
          <>
            <Skeleton className={styles.skeleton} width="100%" height={120} />
            <Skeleton className={styles.skeleton} width="100%" height={220} />
          </>
        }
      >
        {overview => (
          <>
            <Alarms alarms={overview.alarms} onConfirmed={query.retry} />
            <Numbers overview={overview} />
            <ClassVolumes classes={overview.classes} />
            <Runs runs={overview.runs} />
          </>
        )}
      </QueryView>
      <Missing />
      <DeadReferences />
    </div>
  );
}
