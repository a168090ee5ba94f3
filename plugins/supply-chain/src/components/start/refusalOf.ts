import { Arrival } from '@hotpass/backstage-plugin-supply-chain-common';
import { Submission } from '../../hooks/useSubmit';

/** Why a file was refused, where in it, and what to do. */
export type Refusal = Partial<
  Pick<Arrival, 'reason' | 'pointer' | 'line' | 'remedy'>
>;

/** What a refusal says, whether it came as a receipt or as an error. */
export function refusalOf(
  submission: Exclude<Submission, { step: 'idle' }>,
): Refusal {
  if (submission.step === 'done') return submission.receipt.refusal ?? {};
  if (submission.step !== 'failed') return {};
  const { error } = submission;
  const body =
    'body' in error ? (error.body as { error?: Refusal & Error }) : {};
  const { message = error.message, pointer, line, remedy } = body.error ?? {};
  return { reason: withoutEnd(message, remedy), pointer, line, remedy };
}

/** The message of an error ends with its remedy, which has a line of its own here. */
function withoutEnd(message: string, end: string | undefined) {
  return end && message.endsWith(end)
    ? message.slice(0, -end.length).trimEnd()
    : message;
}
