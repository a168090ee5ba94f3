import { Decision } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { DigestText, RelativeTime } from '../shared';
import styles from './sections.module.css';

/** Which policy, over what, when, and against what it was compared. */
export function DecisionLine(props: { decision: Decision }) {
  const { summary, inputs, comparedWith } = props.decision;
  const { t } = useMessages();
  return (
    <p className={`${styles.text} ${styles.muted} ${styles.inline}`}>
      <span>
        {t('sections.rules.policy', { collection: summary.collection })}
      </span>
      <DigestText digest={summary.policyDigest} />
      <span>
        {t('sections.rules.judged')} <RelativeTime at={summary.judgedAt} />{' '}
        {t('sections.rules.inputs', { count: inputs.length })}
        {comparedWith &&
          `, ${t('sections.rules.compared', {
            version: comparedWith.version,
          })}`}
      </span>
      {summary.mode === 'observe' && (
        <span>· {t('sections.rules.observe')}</span>
      )}
    </p>
  );
}
