import { useApi } from '@backstage/frontend-plugin-api';
import { Finding } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { FilterSelect, ServerTable, useServerTable } from '../shared';
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
      <ServerTable
        label={t('sections.findings.label')}
        what={t('sections.findings.loading')}
        search={t('sections.findings.search')}
        table={table}
        columns={columns}
        getName={finding =>
          `${finding.vulnerability} ${finding.component.name}`
        }
        renderDetail={finding => (
          <FindingDetail releaseKey={key} finding={finding} />
        )}
        emptyTitle={t('sections.findings.emptyTitle')}
        empty={t('sections.findings.empty')}
        filters={
          <>
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
          </>
        }
      />
    </section>
  );
}
