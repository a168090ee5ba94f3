import { ReactElement, ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { StatusWord, Tone } from '../shared';
import diff from './diff.module.css';
import styles from './sections.module.css';

const FIRST = 10;

/** One kind of difference; nothing is drawn when there is none. */
export function DiffGroup<T>(props: {
  title: string;
  icon: ReactElement;
  tone: Tone;
  /** The whole number, also when `items` is cut. */
  count: number;
  items: T[];
  render: (item: T) => ReactNode;
}) {
  const { title, icon, tone, count, items, render } = props;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  const shown = all ? items : items.slice(0, FIRST);
  const unlisted = count - items.length;
  return (
    <section className={`${styles.card} ${diff.group}`} aria-label={title}>
      <h3 className={styles.heading}>
        <StatusWord icon={icon} tone={tone} strong>
          {title} <span className={styles.muted}>{formatNumber(count)}</span>
        </StatusWord>
      </h3>
      <ul className={diff.items}>
        {shown.map((item, index) => (
          // eslint-disable-next-line react/no-array-index-key
          <li key={index}>{render(item)}</li>
        ))}
      </ul>
      {!all && items.length > FIRST && (
        <Button size="small" variant="tertiary" onPress={() => setAll(true)}>
          {t('sections.diff.showAll', {
            number: formatNumber(items.length),
          })}
        </Button>
      )}
      {(all || items.length <= FIRST) && unlisted > 0 && (
        <p className={`${styles.text} ${styles.muted}`}>
          {t('sections.diff.moreNotListed', {
            number: formatNumber(unlisted),
          })}
        </p>
      )}
    </section>
  );
}
