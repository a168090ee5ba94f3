import { EvidenceFacts } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { SignatureChecks, SignerText } from '../shared';
import evidence from './evidence.module.css';
import styles from './sections.module.css';

/**
 * What was checked of a signature, now and when it arrived: a root or a key may have
 * come or gone since.
 */
export function SignatureDetail(props: {
  signature: EvidenceFacts['signature'];
}) {
  const { state, checks = [], signer, times = [], atReceipt } = props.signature;
  const { t } = useMessages();
  const dates = useDates();
  if (checks.length === 0) return null;
  return (
    <details className={evidence.checks}>
      <summary>{t('sections.evidence.checks')}</summary>
      <div className={styles.stack}>
        {signer && <SignerText signer={signer} />}
        <SignatureChecks checks={checks} />
        <ul className={evidence.meta}>
          {times.map(time => (
            <li key={time}>
              {t('sections.evidence.signedAt', { at: dates.full(time) })}
            </li>
          ))}
          <li>
            {t('sections.evidence.nowState', {
              state: t(`sections.evidence.signatureState.${state}`),
            })}
          </li>
          {atReceipt && (
            <li title={atReceipt.policyDigest}>
              {t('sections.evidence.atReceipt', {
                state: t(`sections.evidence.signatureState.${atReceipt.state}`),
                at: dates.full(atReceipt.at),
              })}
            </li>
          )}
        </ul>
      </div>
    </details>
  );
}
