import { useMessages } from '../../hooks/useMessages';
import { CodeLine } from '../copy';
import styles from '../shared/page.module.css';

const EXAMPLE = `supplyChain:
  trust:
    keys:
      - name: release
        file: ./trust/release.pub
    lines:
      - id: release-key
        signer: { keys: [release] }
        predicateTypes: [https://slsa.dev/provenance/v1]
        entities: [component:default/my-service]
`;

/** What to put into the configuration, where nothing is trusted yet. */
export function NobodyTrusted() {
  const { t } = useMessages();
  return (
    <section className={styles.block} aria-label={t('trust.empty.title')}>
      <h2 className={styles.title}>{t('trust.empty.title')}</h2>
      <p className={styles.lead}>{t('trust.empty.text')}</p>
      <CodeLine text={EXAMPLE} copyLabel={t('trust.empty.copy')} multiline />
    </section>
  );
}
