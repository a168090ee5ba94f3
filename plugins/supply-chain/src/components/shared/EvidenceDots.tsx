import { EvidenceDot as Dot } from '@hotpass/backstage-plugin-supply-chain-common';
import { EvidenceDot } from './EvidenceDot';
import styles from './EvidenceDots.module.css';

/** ● ok ◐ unverified or old ○ missing – not expected, one for each kind. */
export function EvidenceDots(props: { dots: Dot[] }) {
  return (
    <ul className={styles.row}>
      {props.dots.map(dot => (
        <li key={dot.kind} className={styles.dot}>
          <EvidenceDot dot={dot} />
        </li>
      ))}
    </ul>
  );
}
