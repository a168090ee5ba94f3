import { useApi } from '@backstage/frontend-plugin-api';
import { Arrival } from '@hotpass/backstage-plugin-supply-chain-common';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { usePortalUpdates } from '../../hooks/usePortalUpdates';
import {
  DataTable,
  EmptyNote,
  FilterBar,
  FilterSelect,
  SearchBox,
  refName,
  useServerTable,
} from '../shared';
import { OUTCOMES, useArrivalColumns } from './useArrivalColumns';
import portal from './portal.module.css';
import { ARRIVALS_ID } from './useArrivalsLink';

/** Every receipt and refusal, newest first. */
export function ArrivalsTable() {
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const columns = useArrivalColumns();
  const table = useServerTable({
    name: 'arrivals',
    filters: ['outcome', 'code', 'entity'] as const,
    getId: (arrival: Arrival) => arrival.id,
    version: '',
    load: ({ signal, filters, cursor, limit, query }) =>
      api.getArrivals(
        {
          cursor,
          limit,
          query,
          outcome: filters.outcome as Arrival['outcome'] | undefined,
          code: filters.code,
          entity: filters.entity,
        },
        { signal },
      ),
  });
  usePortalUpdates(table.refresh);
  const { outcome, code, entity } = table.filters;
  return (
    <section
      id={ARRIVALS_ID}
      tabIndex={-1}
      className={portal.block}
      aria-label={t('portal.health.arrivalsTitle')}
    >
      <h2 className={portal.title}>{t('portal.health.arrivalsTitle')}</h2>
      <FilterBar isFiltered={table.isFiltered} onClear={table.clear}>
        <SearchBox
          label={t('portal.health.arrivalsSearch')}
          value={table.query}
          onChange={table.setQuery}
        />
        <FilterSelect
          label={t('portal.health.outcome')}
          value={outcome}
          onChange={value => table.setFilter('outcome', value)}
          options={OUTCOMES.map(value => ({
            value,
            label: t(`portal.health.outcomeWord.${value}`),
          }))}
        />
        {code && (
          <Button
            size="small"
            variant="secondary"
            iconEnd={<RiCloseLine />}
            onPress={() => table.setFilter('code', undefined)}
          >
            {`${t('portal.health.cause')}: ${code}`}
          </Button>
        )}
        {entity && (
          <Button
            size="small"
            variant="secondary"
            iconEnd={<RiCloseLine />}
            onPress={() => table.setFilter('entity', undefined)}
          >
            {`${t('portal.health.entityFilter')}: ${refName(entity)}`}
          </Button>
        )}
      </FilterBar>
      <DataTable
        label={t('portal.health.arrivalsTitle')}
        columns={columns}
        table={{ ...table.tableProps, sort: undefined }}
        onRetry={table.reload}
        what={t('portal.health.arrivalsLoading')}
        getName={arrival => arrival.id}
        empty={
          table.isFiltered ? (
            <EmptyNote title={t('states.nothingMatches')}>
              {t('states.nothingMatchesHint')}
            </EmptyNote>
          ) : (
            <EmptyNote title={t('portal.health.arrivalsEmptyTitle')}>
              {t('portal.health.arrivalsEmpty')}
            </EmptyNote>
          )
        }
      />
    </section>
  );
}
