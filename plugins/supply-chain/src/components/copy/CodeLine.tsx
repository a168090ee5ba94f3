import { CopyButton } from './CopyButton';
import styles from './copy.module.css';

/** One command or a small file, with a button to copy it. */
export function CodeLine(props: {
  text: string;
  copyLabel: string;
  multiline?: boolean;
}) {
  const { text, copyLabel, multiline } = props;
  return (
    <div className={styles.code} data-multiline={multiline}>
      {multiline ? (
        // A long file scrolls, so the keyboard must be able to reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={styles.text} tabIndex={0}>
          {text}
        </pre>
      ) : (
        <code className={styles.text}>{text}</code>
      )}
      <CopyButton text={text} label={copyLabel} />
    </div>
  );
}
