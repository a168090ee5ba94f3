import { Select } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import styles from './Filters.module.css';

const ALL = '__all';

/** One filter of a table; no value means everything. */
export function FilterSelect(props: {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
  /** What no value is called; default *All*. */
  allLabel?: string;
}) {
  const { label, value, options, onChange, allLabel } = props;
  const { t } = useMessages();
  return (
    <Select
      className={styles.select}
      size="small"
      aria-label={label}
      icon={<span className={styles.selectLabel}>{label}</span>}
      options={[
        { id: ALL, label: allLabel ?? t('states.all') },
        ...options.map(option => ({ id: option.value, label: option.label })),
      ]}
      value={value ?? ALL}
      onChange={next =>
        onChange(
          next === ALL || next === null || next === undefined
            ? undefined
            : String(next),
        )
      }
    />
  );
}
