import { Link } from '@backstage/ui';
import { PortfolioRow } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import {
  DataColumn,
  EvidenceDots,
  NewTag,
  RelativeTime,
  StateTag,
  refName,
  shortVersion,
  useEntityTabPath,
} from '../shared';
import portal from './portal.module.css';

function Reason(props: { row: PortfolioRow }) {
  const { firstReason, moreReasons } = props.row;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  if (!firstReason) return null;
  return (
    <span className={portal.reason}>
      {firstReason}
      {moreReasons > 0 && (
        <span
          className={portal.muted}
          role="note"
          aria-label={t('portal.releases.moreReasonsLabel', {
            count: moreReasons,
          })}
        >
          {' '}
          {t('portal.releases.moreReasons', {
            number: formatNumber(moreReasons),
          })}
        </span>
      )}
    </span>
  );
}

/** Entity | Owner | Release, age | Verdict | First reason, +n | Evidence | In this state. */
export function useReleaseColumns(): DataColumn<PortfolioRow>[] {
  const { t } = useMessages();
  const tabPath = useEntityTabPath();
  return [
    {
      id: 'entity',
      label: t('portal.releases.entity'),
      sortable: true,
      rowHeader: true,
      cell: row => (
        <Link
          href={tabPath(row.entityRef)}
          variant="body-medium"
          weight="bold"
          standalone
          title={row.entityRef}
        >
          {row.title ?? refName(row.entityRef)}
        </Link>
      ),
    },
    {
      id: 'owner',
      label: t('portal.releases.owner'),
      sortable: true,
      cell: ({ owner }) =>
        owner ? (
          refName(owner)
        ) : (
          <span className={portal.muted}>{t('portal.releases.noOwner')}</span>
        ),
    },
    {
      id: 'release',
      label: t('portal.releases.release'),
      cell: ({ release }) =>
        release ? (
          <span className={portal.release}>
            {shortVersion(release)}{' '}
            <span className={portal.muted}>
              <RelativeTime at={release.madeAt} />
            </span>
          </span>
        ) : (
          <span className={portal.muted}>{t('portal.releases.noRelease')}</span>
        ),
    },
    {
      id: 'verdict',
      label: t('portal.releases.verdict'),
      cell: row => (
        <span className={portal.inline}>
          <StateTag state={row.state} />
          {row.newlyBroken && <NewTag />}
        </span>
      ),
    },
    {
      id: 'reason',
      label: t('portal.releases.firstReason'),
      cell: row => <Reason row={row} />,
    },
    {
      id: 'evidence',
      label: t('portal.releases.evidence'),
      cell: row => <EvidenceDots dots={row.evidence} />,
    },
    {
      id: 'stateSince',
      label: t('portal.releases.since'),
      sortable: true,
      cell: ({ stateSince }) =>
        stateSince && <RelativeTime at={stateSince} elapsed />,
    },
  ];
}
