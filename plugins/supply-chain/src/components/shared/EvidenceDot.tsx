import { EvidenceDot as Dot } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from './EvidenceDots.module.css';

/** The shape alone tells the state: full, half, ring, dash. */
export function DotShape(props: { state: Dot['state'] }) {
  const { state } = props;
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {state === 'not-expected' ? (
        <rect x="3" y="6.25" width="8" height="1.5" fill="currentColor" />
      ) : (
        <circle
          cx="7"
          cy="7"
          r="5"
          stroke="currentColor"
          strokeWidth="1.75"
          fill={state === 'ok' ? 'currentColor' : 'none'}
        />
      )}
      {(state === 'unverified' || state === 'stale') && (
        <path d="M7 2a5 5 0 0 0 0 10Z" fill="currentColor" />
      )}
    </svg>
  );
}

/** What a dot says in words, such as `SBOM: missing for 3 days`. */
export function useDotName() {
  const { t } = useMessages();
  const { elapsed } = useDates();
  return (dot: Dot) => {
    const kind = t(`states.kind.${dot.kind}`);
    const state = t(`states.evidence.${dot.state}`);
    return dot.since && dot.state !== 'ok'
      ? t('states.dot.namedSince', { kind, state, since: elapsed(dot.since) })
      : t('states.dot.named', { kind, state });
  };
}

/** One kind of evidence as ● ◐ ○ or –, with its words for screen readers. */
export function EvidenceDot(props: { dot: Dot }) {
  const name = useDotName()(props.dot);
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className={`${styles.dot} ${styles[props.dot.state]}`}
    >
      <DotShape state={props.dot.state} />
    </span>
  );
}
