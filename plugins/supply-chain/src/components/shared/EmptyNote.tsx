import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './EmptyNote.module.css';

/** Says that there is nothing, why, and what to do next. */
export function EmptyNote(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.root}>
      <Text as="p" variant="body-large" weight="bold">
        {props.title}
      </Text>
      {props.children && (
        <Text as="p" variant="body-medium" color="secondary">
          {props.children}
        </Text>
      )}
      {props.action}
    </div>
  );
}
