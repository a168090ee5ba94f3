import { useMessages } from '../../hooks/useMessages';
import { FilterSelect, refName } from '../shared';
import { EVERYONE, usePortfolio } from './usePortfolio';

const MINE = '__mine';

/** Owner (my teams unless chosen otherwise) and system. */
export function ReleaseFilters(props: {
  table: ReturnType<typeof usePortfolio>;
  hasTeams: boolean;
}) {
  const { table, hasTeams } = props;
  const { t } = useMessages();
  const { owner, system } = table.filters;
  const { owners = [], systems = [], ownsNothing } = table.page ?? {};
  // The chosen one stays in the list, whatever the page now says.
  const listed = (list: string[], chosen: string | undefined) => [
    ...new Set(chosen ? [...list, chosen] : list),
  ];
  const isMine = owner === undefined && hasTeams && !ownsNothing;
  const chosenOwner = owner === EVERYONE ? undefined : owner;
  return (
    <>
      <FilterSelect
        label={t('portal.releases.owner')}
        allLabel={t('portal.releases.everyone')}
        value={isMine ? MINE : chosenOwner}
        onChange={value =>
          table.setFilter(
            'owner',
            value === MINE ? undefined : value ?? EVERYONE,
          )
        }
        options={[
          ...(hasTeams
            ? [{ value: MINE, label: t('portal.releases.myTeams') }]
            : []),
          ...listed(owners, chosenOwner).map(ref => ({
            value: ref,
            label: refName(ref),
          })),
        ]}
      />
      <FilterSelect
        label={t('portal.releases.system')}
        value={system}
        onChange={value => table.setFilter('system', value)}
        options={listed(systems, system).map(ref => ({
          value: ref,
          label: refName(ref),
        }))}
      />
    </>
  );
}
