import styles from '../shared/page.module.css';

/** Claims and the exact values that they must have. */
export function ClaimPairs(props: { claims: Record<string, string> }) {
  return (
    <ul className={styles.pairs}>
      {Object.entries(props.claims).map(([name, value]) => (
        <li key={name}>
          <code className={styles.code}>
            {name} = {value}
          </code>
        </li>
      ))}
    </ul>
  );
}
