import { Alert } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import { usePortalUpdates } from '../../hooks/usePortalUpdates';
import { ServerTable } from '../shared';
import portal from './portal.module.css';
import { ReleaseFilters } from './ReleaseFilters';
import { StateCounts } from './StateCounts';
import { useMyTeams } from './useMyTeams';
import { usePortfolio } from './usePortfolio';
import { useReleaseColumns } from './useReleaseColumns';

function Releases(props: { teams: string[] }) {
  const { t } = useMessages();
  const table = usePortfolio(props.teams);
  const columns = useReleaseColumns();
  usePortalUpdates(table.refresh);
  const { filters, page } = table;
  return (
    <div className={portal.page}>
      {!(table.tableProps.error && !page) && (
        <StateCounts
          counts={page?.counts}
          filters={filters}
          onChange={table.setFilters}
        />
      )}
      <ServerTable
        label={t('portal.releases.table')}
        what={t('portal.releases.loading')}
        search={t('portal.releases.search')}
        table={table}
        columns={columns}
        getName={row => row.title ?? row.entityRef}
        emptyTitle={t('portal.releases.emptyTitle')}
        empty={t('portal.releases.empty')}
        filters={
          <ReleaseFilters table={table} hasTeams={props.teams.length > 0} />
        }
        notice={
          page?.ownsNothing &&
          props.teams.length > 0 && (
            <Alert
              role="status"
              status="info"
              icon
              title={t('portal.releases.noTeams')}
            />
          )
        }
      />
    </div>
  );
}

/** The newest release of every entity in scope, newly broken first. */
export function ReleasesView() {
  const teams = useMyTeams();
  // One request with the right owner, and not two of which the first is wrong.
  if (teams.loading) {
    return (
      <div className={portal.page}>
        <StateCounts counts={undefined} filters={{}} onChange={() => {}} />
      </div>
    );
  }
  return <Releases teams={teams.refs} />;
}
