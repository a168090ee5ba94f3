import { TrustPolicyView } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { CodeList } from './CodeList';

/** How entities are to sign, and from when less is not enough. */
export function Adoption(props: { rules: TrustPolicyView['adoption'] }) {
  const { t } = useMessages();
  const dates = useDates();
  return (
    <section className={styles.block} aria-label={t('trust.adoption.title')}>
      <h2 className={styles.title}>{t('trust.adoption.title')}</h2>
      <p className={styles.lead}>{t('trust.adoption.lead')}</p>
      <ul className={styles.mappings}>
        {props.rules.map((rule, at) => (
          // eslint-disable-next-line react/no-array-index-key
          <li key={at} className={styles.mapping}>
            <span className={styles.inline}>
              <CodeList values={rule.entities} />
              {t(`trust.adoption.state.${rule.state}`)}
              <span className={styles.muted}>
                {t('trust.adoption.from', { from: dates.day(rule.from) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
