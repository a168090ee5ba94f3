import { ReactElement, ReactNode } from 'react';
import styles from './StatusWord.module.css';

/** How a word is coloured; the icon and the word carry the meaning. */
export type Tone = 'success' | 'danger' | 'warning' | 'info' | 'neutral';

/** Props of {@link StatusWord}. */
export interface StatusWordProps {
  icon: ReactElement;
  tone: Tone;
  children: ReactNode;
  strong?: boolean;
  muted?: boolean;
  title?: string;
}

/** A word with an icon: never colour alone. */
export function StatusWord(props: StatusWordProps) {
  const { icon, tone, children, strong, muted, title } = props;
  const classes = [styles.word, styles[tone]];
  if (strong) classes.push(styles.strong);
  if (muted) classes.push(styles.muted);
  return (
    <span className={classes.join(' ')} title={title}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span>{children}</span>
    </span>
  );
}
