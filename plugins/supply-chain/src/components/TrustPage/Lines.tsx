import { TrustLine } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { LineItem } from './LineItem';

/** The lines in the order in which they are asked. */
export function Lines(props: {
  lines: TrustLine[];
  /** The one that would apply to the document that was tried. */
  applies?: string;
}) {
  const { lines, applies } = props;
  const { t } = useMessages();
  return (
    <section className={styles.block} aria-label={t('trust.lines.title')}>
      <h2 className={styles.title}>{t('trust.lines.title')}</h2>
      <p className={styles.lead}>{t('trust.lines.lead')}</p>
      <ol className={styles.mappings}>
        {lines.map(line => (
          <LineItem key={line.id} line={line} applies={line.id === applies} />
        ))}
      </ol>
    </section>
  );
}
