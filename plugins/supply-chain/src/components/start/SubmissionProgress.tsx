import { Alert, Button } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { Submission } from '../../hooks/useSubmit';
import { CodeText, usePlace } from '../shared';
import { refusalOf } from './refusalOf';
import styles from './start.module.css';

/** Where the upload is, and how it ended: accepted, known, or refused and why. */
export function SubmissionProgress(props: {
  submission: Exclude<Submission, { step: 'idle' }>;
  onReset: () => void;
}) {
  const { submission, onReset } = props;
  const { t } = useMessages();
  const { formatBytes } = useNumbers();
  const placeOf = usePlace();
  const { file, step } = submission;
  const again = (
    <Button size="small" variant="secondary" onPress={onReset}>
      {step === 'done' || step === 'failed'
        ? t('start.drop.another')
        : t('start.drop.cancel')}
    </Button>
  );
  if (step === 'sending' || step === 'processing') {
    return (
      <Alert
        className={styles.stacked}
        role="status"
        status="info"
        isPending
        title={t(`start.drop.${step}`, {
          file: file.name,
          size: formatBytes(file.size),
        })}
        customActions={again}
      />
    );
  }
  if (step === 'done' && submission.receipt.status !== 'refused') {
    const { status, evidence, release } = submission.receipt;
    return (
      <Alert
        className={styles.stacked}
        role="status"
        status="success"
        icon
        title={
          status === 'known'
            ? t('start.drop.known', { file: file.name })
            : t('start.drop.accepted', {
                file: file.name,
                kind: t(`states.kind.${evidence?.kind ?? 'other'}`),
                version: release?.version ?? '',
              })
        }
        customActions={again}
      />
    );
  }
  const refusal = refusalOf(submission);
  const place = placeOf(refusal);
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      className={styles.stacked}
      title={t('start.drop.refused', { file: file.name })}
      description={
        <div className={styles.refusal}>
          <span>{refusal.reason}</span>
          {place && <code>{place}</code>}
          {refusal.remedy && (
            <span>
              <strong>{t('start.drop.remedy')}</strong>{' '}
              <CodeText text={refusal.remedy} />
            </span>
          )}
        </div>
      }
      customActions={again}
    />
  );
}
