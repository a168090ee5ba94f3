import { PostureState } from '@hotpass/backstage-plugin-supply-chain-common';
import { Skeleton } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { StateTag } from '../shared';
import styles from './StateCounts.module.css';
import { OwnedPage } from './usePortfolio';

const STATES: PostureState[] = [
  'can-ship',
  'cannot-ship',
  'would-not-ship',
  'out-of-date',
  'could-not-judge',
  'not-known',
];

/** Shown even when nothing is in them, so that the row does not jump. */
const ALWAYS: PostureState[] = ['can-ship', 'cannot-ship', 'not-known'];

const SKELETONS = [1, 2, 3, 4, 5];

interface Filters {
  state?: string;
  newlyBroken?: string;
}

/** How many entities are in each state; each count is a filter. */
export function StateCounts(props: {
  counts: OwnedPage['counts'] | undefined;
  filters: Filters;
  onChange: (filters: Required<Filters> | Filters) => void;
}) {
  const { counts, filters, onChange } = props;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  if (!counts) {
    return (
      <div className={styles.row} aria-hidden="true">
        {SKELETONS.map(id => (
          <div key={id} className={styles.item}>
            <Skeleton className={styles.skeleton} width="100%" height={60} />
          </div>
        ))}
      </div>
    );
  }
  const all = !filters.state && !filters.newlyBroken;
  const shown = STATES.filter(
    state =>
      ALWAYS.includes(state) ||
      filters.state === state ||
      (counts.byState[state] ?? 0) > 0,
  );
  return (
    <div
      className={styles.row}
      role="group"
      aria-label={t('portal.releases.counts')}
    >
      {shown.map(state => {
        const number = formatNumber(counts.byState[state] ?? 0);
        const selected = filters.state === state;
        return (
          <div key={state} className={styles.item}>
            <button
              type="button"
              className={styles.count}
              aria-pressed={selected}
              aria-label={t('portal.releases.count', {
                state: t(`states.posture.${state}`),
                number,
              })}
              onClick={() =>
                onChange({
                  state: selected ? undefined : state,
                  newlyBroken: undefined,
                })
              }
            >
              <StateTag state={state} />
              <span className={styles.number}>{number}</span>
            </button>
            {state === 'cannot-ship' && counts.newlyBroken > 0 && (
              <button
                type="button"
                className={styles.new}
                aria-pressed={Boolean(filters.newlyBroken)}
                aria-label={t('portal.releases.newlyBrokenLabel', {
                  number: formatNumber(counts.newlyBroken),
                })}
                onClick={() =>
                  onChange({
                    newlyBroken: filters.newlyBroken ? undefined : 'true',
                    state: undefined,
                  })
                }
              >
                {t('portal.releases.newlyBroken', {
                  number: formatNumber(counts.newlyBroken),
                })}
              </button>
            )}
          </div>
        );
      })}
      <div className={styles.item}>
        <button
          type="button"
          className={styles.count}
          aria-pressed={all}
          aria-label={t('portal.releases.totalLabel', {
            total: formatNumber(counts.total),
          })}
          onClick={() => onChange({ state: undefined, newlyBroken: undefined })}
        >
          <span className={styles.total}>{t('states.all')}</span>
          <span className={styles.number}>{formatNumber(counts.total)}</span>
        </button>
      </div>
    </div>
  );
}
