import { TrustPolicyView } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { RootSource } from './RootSource';
import styles from '../shared/page.module.css';
import { DigestText } from '../shared';

/** The roots and keys that signatures are checked with. */
export function Material(props: { policy: TrustPolicyView }) {
  const { roots, keys } = props.policy;
  const { t } = useMessages();
  return (
    <section className={styles.block} aria-label={t('trust.material.title')}>
      <h2 className={styles.title}>{t('trust.material.title')}</h2>
      {roots.length + keys.length === 0 && (
        <p className={styles.lead}>{t('trust.material.nothing')}</p>
      )}
      <ul className={styles.mappings}>
        {roots.map(root => (
          <li key={`root ${root.name}`} className={styles.mapping}>
            <span className={styles.head}>
              <h3 className={styles.name}>{root.name}</h3>
              <span>
                {t('trust.material.root')},{' '}
                {t('trust.material.logs', { count: root.logs })},{' '}
                {t('trust.material.authorities', { count: root.authorities })}
              </span>
              <DigestText digest={root.digest} />
            </span>
            <RootSource root={root} />
          </li>
        ))}
        {keys.map(({ name, keyId, algorithm }) => (
          <li key={`key ${name}`} className={styles.mapping}>
            <span className={styles.head}>
              <h3 className={styles.name}>{name}</h3>
              <span>{t('trust.material.key', { algorithm })}</span>
              <DigestText digest={`sha256:${keyId}`} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
