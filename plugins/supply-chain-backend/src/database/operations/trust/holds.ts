import { Knex } from 'knex';
import { SubjectRow } from '../../rows';
import { fit, fitOptional } from '../../text';

/**
 * Whether anything of the subject relies on a trust line, or may do so once what is
 * waiting was judged.
 */
export async function hasTrusted(options: {
  tx: Knex;
  subjectId: number;
}): Promise<boolean> {
  const { tx, subjectId } = options;
  const row = await tx('evidence as e')
    .join('release as r', 'r.id', 'e.release_id')
    .where('r.subject_id', subjectId)
    .whereNull('e.withdrawn_at')
    .where(either =>
      either
        .whereNotNull('e.trust_line')
        .orWhere(waiting =>
          waiting
            .whereNotNull('e.receipt_policy_digest')
            .whereRaw('r.judge_asked > r.judge_done'),
        ),
    )
    .first('e.id');
  return row !== undefined;
}

/** Releases of a subject that hold anything signed. */
export async function findSigned(options: {
  tx: Knex;
  subjectId: number;
}): Promise<number[]> {
  return options
    .tx('evidence as e')
    .join('release as r', 'r.id', 'e.release_id')
    .where('r.subject_id', options.subjectId)
    .whereNull('e.withdrawn_at')
    .whereNot('e.signature', 'like', '{"state":"none"%')
    .distinct('r.id')
    .pluck('r.id');
}

export async function startHold(options: {
  tx: Knex.Transaction;
  subject: SubjectRow;
  reason: string;
  source: string | undefined;
  now: number;
}): Promise<void> {
  const { tx, subject, source, now } = options;
  const reason = fit(options.reason, 1000);
  await tx('subject')
    .where({ id: subject.id })
    .update({ trust_held_since: now, trust_held_reason: reason });
  await tx('trust_hold').insert({
    subject_id: subject.id,
    held_at: now,
    reason,
    source_before: subject.confirmed_source ?? null,
    source_now: source ?? null,
  });
}

export async function endHold(options: {
  tx: Knex.Transaction;
  subject: SubjectRow;
  by: string;
  reason: string;
  now: number;
}): Promise<void> {
  const { tx, subject, by, reason, now } = options;
  await tx('trust_hold')
    .where({ subject_id: subject.id })
    .whereNull('confirmed_at')
    .update({
      confirmed_at: now,
      confirmed_by: fit(by, 255),
      confirmed_reason: fitOptional(reason, 1000),
    });
}
