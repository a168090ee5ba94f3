import { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import styles from './Filters.module.css';

/** The row of filters above a table, and how to be rid of them. */
export function FilterBar(props: {
  children: ReactNode;
  isFiltered: boolean;
  onClear: () => void;
}) {
  const { t } = useMessages();
  return (
    <div className={styles.bar}>
      {props.children}
      {props.isFiltered && (
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiCloseLine />}
          onPress={props.onClear}
        >
          {t('states.clearFilters')}
        </Button>
      )}
    </div>
  );
}
