import styles from '../shared/page.module.css';

/** Values as they are written in the configuration, each of its own. */
export function CodeList(props: { values: readonly string[] }) {
  return (
    <span className={styles.codes}>
      {props.values.map(value => (
        <code key={value} className={styles.code}>
          {value}
        </code>
      ))}
    </span>
  );
}
