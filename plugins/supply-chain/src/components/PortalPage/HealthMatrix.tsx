import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import { HealthMatrixRow } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { usePortalUpdates } from '../../hooks/usePortalUpdates';
import { EmptyNote, QueryError, SearchBox, useQueryParams } from '../shared';
import { Legend } from './Legend';
import { MatrixTable } from './MatrixTable';
import portal from './portal.module.css';
import { useAllPages } from './useAllPages';

const PAGE = 25;

/** Entity by kind of evidence. */
export function HealthMatrix() {
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const api = useApi(supplyChainApiRef);
  const { get, set } = useQueryParams('matrix.');
  const query = get('q');
  const matrix = useAllPages<HealthMatrixRow>(
    (cursor, signal) =>
      api.getHealthMatrix({ cursor, limit: PAGE, query }, { signal }),
    [api, query],
  );
  usePortalUpdates(matrix.refresh);
  return (
    <section className={portal.block} aria-label={t('portal.health.matrix')}>
      <h2 className={portal.title}>{t('portal.health.matrix')}</h2>
      <div className={portal.toolbar}>
        <SearchBox
          label={t('portal.health.matrixSearch')}
          value={query}
          onChange={value => set({ q: value || undefined })}
        />
        <Legend />
      </div>
      {matrix.error && (
        <QueryError
          what={t('portal.health.matrixLoading')}
          error={matrix.error}
          onRetry={matrix.retry}
        />
      )}
      {!matrix.error && !matrix.items && (
        <Skeleton className={portal.skeleton} width="100%" height={240} />
      )}
      {matrix.items?.length === 0 &&
        (query ? (
          <EmptyNote title={t('states.nothingMatches')} />
        ) : (
          <EmptyNote title={t('portal.health.matrixEmptyTitle')}>
            {t('portal.health.matrixEmpty')}
          </EmptyNote>
        ))}
      {matrix.items && matrix.items.length > 0 && (
        <>
          <MatrixTable rows={matrix.items} />
          <div className={portal.toolbar}>
            <span className={portal.muted}>
              {t('portal.health.matrixShown', {
                shown: formatNumber(matrix.items.length),
                total: formatNumber(matrix.totalItems),
              })}
            </span>
            {matrix.loadMore && (
              <Button
                size="small"
                variant="secondary"
                isPending={matrix.loading}
                onPress={matrix.loadMore}
              >
                {t('portal.health.matrixMore')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
