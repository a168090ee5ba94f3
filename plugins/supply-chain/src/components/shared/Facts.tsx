import { ReactNode } from 'react';
import styles from './page.module.css';

/** Names and values side by side, below each other where there is no room. */
export function Facts(props: { children: ReactNode }) {
  return <dl className={styles.facts}>{props.children}</dl>;
}

/** One name and its value. */
export function Fact(props: {
  name: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.fact} data-wide={props.wide}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
