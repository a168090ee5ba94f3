import { Signer } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { DigestText } from './DigestText';
import styles from './SignatureChecks.module.css';

/** Who signed: a key by its id, or an identity and who vouches for it. */
export function SignerText(props: { signer: Signer }) {
  const { type, keyId, identity, issuer } = props.signer;
  const { t } = useMessages();
  if (type === 'key') {
    return (
      <span>
        {t('states.signature.key')}{' '}
        <DigestText digest={`sha256:${keyId ?? ''}`} />
      </span>
    );
  }
  return (
    <span className={styles.signer}>
      <span>{identity}</span>
      <span className={styles.reason}>
        {t('states.signature.vouched', { issuer: issuer ?? '' })}
      </span>
    </span>
  );
}
