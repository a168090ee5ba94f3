import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { usePortalUpdates } from '../../hooks/usePortalUpdates';
import { useQuery } from '../../hooks/useQuery';
import { QueryView } from '../shared';
import { CollectorsLine } from './CollectorsLine';
import health from './health.module.css';
import { QueueLine } from './QueueLine';
import { StorageLine } from './StorageLine';

/** One line each for collectors, storage and queue; loud only when bad. */
export function StatusFoot() {
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(signal => api.getPipelineStatus({ signal }), [api]);
  usePortalUpdates(query.retry);
  return (
    <section aria-label={t('portal.health.foot')} className={health.foot}>
      <QueryView
        query={query}
        what={t('portal.health.footLoading')}
        placeholder={<Skeleton width="60%" height={20} />}
      >
        {({ collectors, storage, queue }) => (
          <dl className={health.lines}>
            <CollectorsLine collectors={collectors} />
            <StorageLine storage={storage} />
            <QueueLine queue={queue} />
          </dl>
        )}
      </QueryView>
    </section>
  );
}
