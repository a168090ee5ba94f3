import { Alert, Button } from '@backstage/ui';
import { Arrival } from '@hotpass/backstage-plugin-supply-chain-common';
import { Translate, useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { Submission } from '../../hooks/useSubmit';
import styles from './start.module.css';

type Refusal = Partial<Pick<Arrival, 'reason' | 'pointer' | 'line' | 'remedy'>>;

/** What a refusal says, whether it came as a receipt or as an error. */
function refusalOf(
  submission: Exclude<Submission, { step: 'idle' }>,
): Refusal | undefined {
  if (submission.step === 'done') return submission.receipt.refusal;
  if (submission.step !== 'failed') return undefined;
  const { error } = submission;
  const body = 'body' in error ? (error.body as { error?: Refusal }) : {};
  return { reason: error.message, ...pick(body.error) };
}

function pick(said: Refusal & { message?: string } = {}): Refusal {
  const { message, pointer, line, remedy } = said;
  return { ...(message && { reason: message }), pointer, line, remedy };
}

function place({ pointer, line }: Refusal, t: Translate) {
  return [
    pointer && t('start.drop.at', { place: pointer }),
    line !== undefined && t('start.drop.line', { line: `${line}` }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where the upload is, and how it ended: accepted, known, or refused and why. */
export function SubmissionProgress(props: {
  submission: Exclude<Submission, { step: 'idle' }>;
  onReset: () => void;
}) {
  const { submission, onReset } = props;
  const { t } = useMessages();
  const { formatBytes } = useNumbers();
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
  const refusal = refusalOf(submission) ?? {};
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('start.drop.refused', { file: file.name })}
      description={
        <div className={styles.refusal}>
          <span>
            {refusal.reason} {place(refusal, t)}
          </span>
          {refusal.remedy && <span>{refusal.remedy}</span>}
        </div>
      }
      customActions={again}
    />
  );
}
