import { EVIDENCE_LOCATION_ANNOTATION } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { CodeLine } from '../copy';
import styles from './start.module.css';

const SNIPPET = `metadata:
  annotations:
    ${EVIDENCE_LOCATION_ANNOTATION}: ./evidence/
`;

/** The annotation that lets the portal read evidence from the repository. */
export function FromRepository() {
  const { t } = useMessages();
  return (
    <div className={styles.stack}>
      <p className={styles.text}>{t('start.collect.lead')}</p>
      <div className={styles.secondary}>{t('start.collect.file')}</div>
      <CodeLine
        multiline
        text={SNIPPET}
        copyLabel={t('tab.copy', { what: t('start.collect.copy') })}
      />
      <p className={styles.secondary}>{t('start.collect.limit')}</p>
    </div>
  );
}
