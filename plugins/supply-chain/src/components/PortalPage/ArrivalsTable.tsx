import { useApi } from '@backstage/frontend-plugin-api';
import { Arrival } from '@hotpass/backstage-plugin-supply-chain-common';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { usePortalUpdates } from '../../hooks/usePortalUpdates';
import { FilterSelect, ServerTable, refName, useServerTable } from '../shared';
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
  // Set by links from elsewhere on the page, and taken off here.
  const chosen = [
    {
      filter: 'code' as const,
      text: code && `${t('portal.health.cause')}: ${code}`,
    },
    {
      filter: 'entity' as const,
      text: entity && `${t('portal.health.entityFilter')}: ${refName(entity)}`,
    },
  ].filter(({ text }) => text);
  return (
    <section
      id={ARRIVALS_ID}
      tabIndex={-1}
      className={portal.block}
      aria-label={t('portal.health.arrivalsTitle')}
    >
      <h2 className={portal.title}>{t('portal.health.arrivalsTitle')}</h2>
      <ServerTable
        label={t('portal.health.arrivalsTitle')}
        what={t('portal.health.arrivalsLoading')}
        search={t('portal.health.arrivalsSearch')}
        table={table}
        columns={columns}
        getName={arrival => arrival.id}
        emptyTitle={t('portal.health.arrivalsEmptyTitle')}
        empty={t('portal.health.arrivalsEmpty')}
        filters={
          <>
            <FilterSelect
              label={t('portal.health.outcome')}
              value={outcome}
              onChange={value => table.setFilter('outcome', value)}
              options={OUTCOMES.map(value => ({
                value,
                label: t(`portal.health.outcomeWord.${value}`),
              }))}
            />
            {chosen.map(({ filter, text }) => (
              <Button
                key={filter}
                size="small"
                variant="secondary"
                iconEnd={<RiCloseLine />}
                onPress={() => table.setFilter(filter, undefined)}
              >
                {text}
              </Button>
            ))}
          </>
        }
      />
    </section>
  );
}
