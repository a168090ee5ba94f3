import { Alert } from '@backstage/ui';
import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { Explained } from './Explained';
import { Outcome } from './Outcome';
import styles from '../shared/page.module.css';
import { Explanation } from './useExplanation';

/** What the tested claims would be allowed; its first lines are read out. */
export function ClaimsResult(props: {
  known: PipelineMappings;
  answer: Explanation;
}) {
  const { known, answer } = props;
  const { t } = useMessages();
  const found = answer.step === 'done' && {
    known,
    claims: answer.question,
    explanation: answer.answer,
  };
  return (
    <section className={styles.result} aria-label={t('pipelines.test.result')}>
      <div role="status" className={styles.outcome}>
        {answer.step === 'idle' && (
          <span className={styles.muted}>{t('pipelines.test.idle')}</span>
        )}
        {answer.step === 'asking' && t('pipelines.test.asking')}
        {answer.step === 'failed' && (
          <Alert
            status="danger"
            icon
            title={t('pipelines.test.failed')}
            description={answer.error.message}
          />
        )}
        {found && <Outcome {...found} />}
      </div>
      {found && <Explained {...found} />}
    </section>
  );
}
