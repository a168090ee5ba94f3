import { TrustLine } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { Fact } from '../shared/Facts';
import styles from '../shared/page.module.css';
import { CodeList } from './CodeList';

/** Who a line speaks of: keys, or an identity that an authority vouches for. */
export function LineSigner(props: { signer: TrustLine['signer'] }) {
  const { signer } = props;
  const { keys, identity, issuer, root, source } = signer;
  const { t } = useMessages();
  if (signer.type === 'key') {
    return (
      <Fact name={t('trust.lines.keys')} wide>
        <CodeList values={keys ?? []} />
      </Fact>
    );
  }
  return (
    <>
      <Fact name={t('trust.lines.identity')} wide>
        <code className={styles.code}>{identity}</code>
        <div className={styles.muted}>
          {t('trust.lines.issuer')}{' '}
          <code className={styles.where}>{issuer}</code>{' '}
          {t('trust.lines.root', { root: root ?? '' })}
        </div>
      </Fact>
      {source && (
        <Fact name={t('trust.lines.source')} wide>
          <CodeList values={[source.repositoryId]} />
          <div className={styles.muted}>
            {t('trust.lines.refs')} <CodeList values={source.refs} />{' '}
            {t('trust.lines.triggers')} <CodeList values={source.triggers} />
          </div>
        </Fact>
      )}
    </>
  );
}
