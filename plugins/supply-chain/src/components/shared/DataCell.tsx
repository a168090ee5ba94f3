import { ReactNode } from 'react';
import { ButtonIcon, Cell, Skeleton } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import styles from './DataTable.module.css';

/** A cell that also carries its column's name, for the narrow layout. */
export function DataCell(props: { label: string; children: ReactNode }) {
  return (
    <Cell className={styles.cell} data-label={props.label}>
      <div className={styles.content}>{props.children}</div>
    </Cell>
  );
}

/** The button that opens a row. */
export function ToggleCell(props: {
  isOpen: boolean;
  label: string;
  onToggle: () => void;
}) {
  return (
    <Cell className={styles.toggle}>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={props.label}
        aria-expanded={props.isOpen}
        icon={props.isOpen ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
        onPress={props.onToggle}
      />
    </Cell>
  );
}

/** What an opened row shows, over the whole width. */
export function DetailCell(props: { span: number; children: ReactNode }) {
  return (
    <Cell colSpan={props.span} className={styles.detail}>
      {props.children}
    </Cell>
  );
}

/** A cell of a row that is still loading. */
export function SkeletonCell() {
  return (
    <Cell aria-hidden="true" className={styles.cell}>
      <Skeleton className={styles.skeleton} width="70%" height={18} />
    </Cell>
  );
}
