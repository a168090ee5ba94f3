import { Severity } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import styles from './SeverityTag.module.css';

/** How many of four bars are filled, so that severity reads without colour. */
const BARS: Record<Severity, number> = {
  critical: 4,
  high: 3,
  medium: 2,
  low: 1,
  none: 0,
  unknown: 0,
};

/** Severity as bars and a word. */
export function SeverityTag(props: { severity: Severity; score?: number }) {
  const { severity, score } = props;
  const { t } = useMessages();
  return (
    <span className={`${styles.root} ${styles[severity]}`}>
      <svg
        aria-hidden="true"
        className={styles.bars}
        viewBox="0 0 16 12"
        width="16"
        height="12"
      >
        {[1, 2, 3, 4].map(bar => (
          <rect
            key={bar}
            x={(bar - 1) * 4}
            y={12 - bar * 3}
            width="3"
            height={bar * 3}
            rx="0.5"
            className={bar <= BARS[severity] ? styles.filled : styles.hollow}
          />
        ))}
      </svg>
      <span>{t(`states.severity.${severity}`)}</span>
      {score !== undefined && (
        <span className={styles.score}>{score.toFixed(1)}</span>
      )}
    </span>
  );
}
