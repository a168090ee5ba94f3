import { Defect } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiCloseCircleLine, RiErrorWarningLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import styles from './DefectList.module.css';
import { StatusWord } from './StatusWord';

/** Where in a document: line and column, or a JSON pointer. */
export function usePlace() {
  const { t } = useMessages();
  return (at: { pointer?: string; line?: number; column?: number }) => {
    const parts: string[] = [];
    if (at.line !== undefined && at.column !== undefined) {
      parts.push(
        t('states.lineColumn', {
          line: String(at.line),
          column: String(at.column),
        }),
      );
    } else if (at.line !== undefined) {
      parts.push(t('states.line', { line: String(at.line) }));
    }
    if (at.pointer) parts.push(at.pointer);
    return parts.join(' · ');
  };
}

/** Located faults of a document, with how many more there are. */
export function DefectList(props: { defects: Defect[]; total?: number }) {
  const { defects, total = defects.length } = props;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const place = usePlace();
  return (
    <ul className={styles.list} aria-label={t('states.defects')}>
      {defects.map((defect, index) => (
        <li key={`${defect.code}-${index}`} className={styles.item}>
          <StatusWord
            icon={
              defect.level === 'error' ? (
                <RiCloseCircleLine />
              ) : (
                <RiErrorWarningLine />
              )
            }
            tone={defect.level === 'error' ? 'danger' : 'warning'}
          >
            {t(`states.defectLevel.${defect.level}`)}
          </StatusWord>
          <span className={styles.message}>
            {defect.message}
            <span className={styles.place}>{place(defect)}</span>
          </span>
        </li>
      ))}
      {total > defects.length && (
        <li className={styles.more}>
          {t('states.andMore', {
            number: formatNumber(total - defects.length),
          })}
        </li>
      )}
    </ul>
  );
}
