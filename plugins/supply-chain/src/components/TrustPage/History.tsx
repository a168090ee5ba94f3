import { TrustPolicyView } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { DigestText, RelativeTime } from '../shared';
import { CodeList } from './CodeList';

const CHANGES = ['added', 'changed', 'removed'] as const;

/** Every trust policy that applied: each verification names the one it was made under. */
export function History(props: { policy: TrustPolicyView }) {
  const { history, digest } = props.policy;
  const { t } = useMessages();
  return (
    <section className={styles.block} aria-label={t('trust.history.title')}>
      <h2 className={styles.title}>{t('trust.history.title')}</h2>
      <p className={styles.lead}>{t('trust.history.lead')}</p>
      <ol className={styles.mappings}>
        {history.map(entry => (
          <li key={entry.digest + entry.since} className={styles.mapping}>
            <span className={styles.inline}>
              <DigestText digest={entry.digest} />
              <span className={styles.muted}>
                {entry.digest === digest && `${t('trust.history.now')} `}
                {t('trust.history.since')} <RelativeTime at={entry.since} />
              </span>
            </span>
            {CHANGES.filter(change => entry[change].length > 0).map(change => (
              <span key={change} className={styles.inline}>
                {t(`trust.history.${change}`)}{' '}
                <CodeList values={entry[change]} />
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
