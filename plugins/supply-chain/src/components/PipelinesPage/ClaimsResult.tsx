import { Alert } from '@backstage/ui';
import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { Explained } from './Explained';
import { Outcome } from './Outcome';
import styles from './pipelines.module.css';
import { Answer } from './useExplanation';

/** What the tested claims would be allowed; its first lines are read out. */
export function ClaimsResult(props: {
  known: PipelineMappings;
  answer: Answer;
}) {
  const { known, answer } = props;
  const { t } = useMessages();
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
        {answer.step === 'done' && <Outcome known={known} {...answer} />}
      </div>
      {answer.step === 'done' && <Explained known={known} {...answer} />}
    </section>
  );
}
