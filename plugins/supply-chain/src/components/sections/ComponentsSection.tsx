import { useApi } from '@backstage/frontend-plugin-api';
import { Component } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { FilterSelect, ServerTable, useServerTable } from '../shared';
import { ComponentDetail } from './ComponentDetail';
import { useComponentColumns } from './componentColumns';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';

type Sort = 'name' | 'version' | 'licence' | 'relation' | 'findings';

const RELATIONS: Component['relation'][] = ['direct', 'transitive', 'unknown'];
/** In the URL: the API's empty text would look like no filter. */
const NO_LICENCE = '__none';

/** The components of a release; opening one shows how it is reached. */
export function ComponentsSection(props: SectionProps) {
  const { entityRef, release } = props;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const api = useApi(supplyChainApiRef);
  const columns = useComponentColumns();
  const key = { entityRef, releaseId: release.id };
  const table = useServerTable({
    name: 'components',
    filters: ['licence', 'relation'] as const,
    getId: (component: Component) => component.key,
    version: sectionVersion(props),
    load: ({ signal, filters, sort, ...page }) =>
      api.getComponents(
        key,
        {
          ...page,
          sort: sort as Sort | undefined,
          relation: filters.relation as Component['relation'] | undefined,
          licence: filters.licence === NO_LICENCE ? '' : filters.licence,
        },
        { signal },
      ),
  });
  const licences = table.page?.licences ?? [];

  return (
    <section
      className={styles.section}
      aria-label={t('sections.components.label')}
    >
      <ServerTable
        label={t('sections.components.label')}
        what={t('sections.components.loading')}
        search={t('sections.components.search')}
        table={table}
        columns={columns}
        getName={component => component.name}
        renderDetail={component => (
          <ComponentDetail releaseKey={key} component={component} />
        )}
        emptyTitle={t('sections.components.emptyTitle')}
        empty={t('sections.components.empty')}
        filters={
          <>
            <FilterSelect
              label={t('sections.components.licence')}
              value={table.filters.licence}
              onChange={value => table.setFilter('licence', value)}
              options={licences.map(({ expression, count }) => ({
                value: expression || NO_LICENCE,
                label: `${
                  expression || t('sections.components.noLicence')
                } (${formatNumber(count)})`,
              }))}
            />
            <FilterSelect
              label={t('sections.components.relation')}
              value={table.filters.relation}
              onChange={value => table.setFilter('relation', value)}
              options={RELATIONS.map(value => ({
                value,
                label: t(`sections.components.relationWord.${value}`),
              }))}
            />
          </>
        }
      />
    </section>
  );
}
