import { ReactNode } from 'react';
import styles from '../shared/page.module.css';

/** One part of the page under its heading. */
export function Block(props: {
  title: string;
  lead?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { title, lead, action, children } = props;
  return (
    <section className={styles.block} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {action}
      </div>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}
