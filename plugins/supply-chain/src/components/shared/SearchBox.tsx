import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';
import styles from './Filters.module.css';

const TYPING_MS = 250;

/** A search field that tells its value when typing pauses. */
export function SearchBox(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
}) {
  const { label, value = '', onChange } = props;
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  // The value also changes from outside: a cleared filter, the back button.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = text;
      tell.current(text);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <SearchField
      className={styles.search}
      size="small"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={setText}
    />
  );
}
