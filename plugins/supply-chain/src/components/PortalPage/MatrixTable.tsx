import { Link } from '@backstage/ui';
import {
  EvidenceKind,
  HealthMatrixRow,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { EvidenceDot, refName, useEntityTabPath } from '../shared';
import matrix from './matrix.module.css';
import portal from './portal.module.css';

/** Order of the columns; kinds that no row has are left out. */
const KINDS: EvidenceKind[] = [
  'sbom',
  'provenance',
  'attestation',
  'signature',
  'scan',
  'checksums',
  'vex',
  'scorecard',
  'analysis',
  'vsa',
  'other',
];

/** A plain table: it has row and column headers and no sorting. */
export function MatrixTable(props: { rows: HealthMatrixRow[] }) {
  const { rows } = props;
  const { t } = useMessages();
  const { elapsed } = useDates();
  const tabPath = useEntityTabPath();
  const kinds = KINDS.filter(kind =>
    rows.some(row => row.cells.some(cell => cell.kind === kind)),
  );
  return (
    <div
      className={matrix.scroll}
      // A table that scrolls must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={t('portal.health.matrix')}
    >
      <table className={matrix.table}>
        <caption className={matrix.caption}>
          {t('portal.health.matrix')}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={matrix.corner}>
              {t('portal.releases.entity')}
            </th>
            {kinds.map(kind => (
              <th key={kind} scope="col">
                {t(`states.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.entityRef}>
              <th scope="row">
                <Link
                  href={tabPath(row.entityRef, { section: 'evidence' })}
                  variant="body-medium"
                  title={row.entityRef}
                  standalone
                >
                  {row.title ?? refName(row.entityRef)}
                </Link>{' '}
                <span className={portal.muted}>{row.version}</span>
              </th>
              {kinds.map(kind => {
                const cell = row.cells.find(each => each.kind === kind) ?? {
                  kind,
                  state: 'not-expected' as const,
                };
                return (
                  <td key={kind}>
                    <span className={matrix.cell}>
                      <EvidenceDot dot={cell} />
                      {cell.since && cell.state !== 'ok' && (
                        <span className={portal.muted} aria-hidden="true">
                          {elapsed(cell.since)}
                        </span>
                      )}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
