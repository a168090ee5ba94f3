import { Knex } from 'knex';
import { SubjectRow } from '../../database/rows';
import { NamedClass } from '../classes/types';
import { promise } from './promise';

/** A further receipt: what counts from receipt counts anew, and a mark is taken back. */
export async function promiseAgain(options: {
  tx: Knex.Transaction;
  classes: readonly NamedClass[];
  subject: SubjectRow;
  line: string;
  evidenceId: number;
  now: number;
}): Promise<{ expiresAt: number }> {
  const { tx, classes, subject, line, evidenceId, now } = options;
  const { clock_mark: mark } = await tx('retention_state').first('clock_mark');
  const receivedAt = Math.max(now, Number(mark ?? 0));
  await tx('retention_promise')
    .where({ evidence_id: evidenceId, start: 'receipt' })
    .where('started_at', '<', receivedAt)
    .update({
      started_at: receivedAt,
      due_at: tx.raw('minimum_ms + cast(? as bigint)', [receivedAt]),
    });
  await promise({
    tx,
    classes,
    world: { subjects: [subject], lines: [line] },
    which: { sql: 'e.id = ?', bindings: [evidenceId] },
  });
  await tx('evidence')
    .where({ id: evidenceId })
    .update({ marked_at: null, delete_after: null });
  const row = await tx('evidence').where({ id: evidenceId }).first();
  return { expiresAt: Number(row.expires_at) };
}
