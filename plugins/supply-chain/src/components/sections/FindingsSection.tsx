import { useApi } from '@backstage/frontend-plugin-api';
import { Finding } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import {
  DataTable,
  EmptyNote,
  FilterBar,
  FilterSelect,
  SearchBox,
  useServerTable,
} from '../shared';
import { FindingDetail } from './FindingDetail';
import { SEVERITIES, STATUSES, useFindingColumns } from './findingColumns';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';

type Filter = 'severity' | 'status';
type Sort = 'severity' | 'component' | 'vulnerability' | 'firstSeenAt';

/** Component × vulnerability, with what each source said. */
export function FindingsSection(props: SectionProps) {
  const { entityRef, release } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const columns = useFindingColumns();
  const key = { entityRef, releaseId: release.id };
  const table = useServerTable({
    name: 'findings',
    filters: ['severity', 'status'] as const,
    getId: (finding: Finding) => finding.id,
    version: sectionVersion(props),
    load: ({ signal, filters, sort, ...page }) =>
      api.getFindings(
        key,
        {
          ...page,
          sort: sort as Sort | undefined,
          ...(filters as { [name in Filter]?: never }),
        },
        { signal },
      ),
  });

  return (
    <section
      className={styles.section}
      aria-label={t('sections.findings.label')}
    >
      <FilterBar isFiltered={table.isFiltered} onClear={table.clear}>
        <SearchBox
          label={t('sections.findings.search')}
          value={table.query}
          onChange={table.setQuery}
        />
        <FilterSelect
          label={t('sections.findings.severity')}
          value={table.filters.severity}
          onChange={value => table.setFilter('severity', value)}
          options={SEVERITIES.map(value => ({
            value,
            label: t(`states.severity.${value}`),
          }))}
        />
        <FilterSelect
          label={t('sections.findings.status')}
          value={table.filters.status}
          onChange={value => table.setFilter('status', value)}
          options={STATUSES.map(value => ({
            value,
            label: t(`sections.findings.statusWord.${value}`),
          }))}
        />
      </FilterBar>
      <DataTable
        label={t('sections.findings.label')}
        columns={columns}
        table={table.tableProps}
        onRetry={table.reload}
        what={t('sections.findings.loading')}
        getName={finding =>
          `${finding.vulnerability} ${finding.component.name}`
        }
        renderDetail={finding => (
          <FindingDetail releaseKey={key} finding={finding} />
        )}
        empty={
          table.isFiltered ? (
            <EmptyNote title={t('states.nothingMatches')}>
              {t('states.nothingMatchesHint')}
            </EmptyNote>
          ) : (
            <EmptyNote title={t('sections.findings.emptyTitle')}>
              {t('sections.findings.empty')}
            </EmptyNote>
          )
        }
      />
    </section>
  );
}
