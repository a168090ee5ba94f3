import styles from './CodeText.module.css';

/** Text of the backend in which `backticks` mark what is to be typed. */
export function CodeText(props: { text: string }) {
  return (
    <>
      {props.text.split('`').map((part, index, parts) =>
        // A last, unpaired backtick is text.
        index % 2 === 1 && index < parts.length - 1 ? (
          // eslint-disable-next-line react/no-array-index-key
          <code key={index} className={styles.code}>
            {part}
          </code>
        ) : (
          `${index % 2 === 1 ? '`' : ''}${part}`
        ),
      )}
    </>
  );
}
