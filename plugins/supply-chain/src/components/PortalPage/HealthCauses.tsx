import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { RiCheckboxCircleFill } from '@remixicon/react';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { usePortalUpdates } from '../../hooks/usePortalUpdates';
import { useQuery } from '../../hooks/useQuery';
import { QueryView, StatusWord } from '../shared';
import { CauseItem } from './CauseItem';
import health from './health.module.css';
import portal from './portal.module.css';

/** Causes, the one that hits most entities first. */
export function HealthCauses() {
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(signal => api.getHealthCauses({ signal }), [api]);
  usePortalUpdates(query.retry);
  return (
    <section className={portal.block} aria-label={t('portal.health.causes')}>
      <h2 className={portal.title}>{t('portal.health.causes')}</h2>
      <QueryView
        query={query}
        what={t('portal.health.causesLoading')}
        placeholder={
          <>
            <Skeleton className={portal.skeleton} width="100%" height={72} />
            <Skeleton className={portal.skeleton} width="100%" height={72} />
          </>
        }
      >
        {causes =>
          causes.length === 0 ? (
            <div className={health.fine}>
              <StatusWord icon={<RiCheckboxCircleFill />} tone="success" strong>
                {t('portal.health.nothingBroken')}
              </StatusWord>
              <span className={portal.muted}>
                {t('portal.health.nothingBrokenHint')}
              </span>
            </div>
          ) : (
            <ul className={health.causes}>
              {[...causes]
                .sort((a, b) => b.entityCount - a.entityCount)
                .map(cause => (
                  <CauseItem key={cause.code} cause={cause} />
                ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}
