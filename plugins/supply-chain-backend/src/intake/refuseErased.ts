import { Knex } from 'knex';
import { Refusal } from './RefusedError';

/** Bytes that were erased as personal data do not come back by being sent again. */
export async function refuseErased(tx: Knex, sha256: string): Promise<void> {
  const erased = await tx('tombstone')
    .where({ sha256, erased: true })
    .first('deleted_at');
  if (!erased) return;
  const on = new Date(Number(erased.deleted_at)).toISOString();
  throw new Refusal({
    code: 'evidence-erased',
    status: 409,
    reason: `These bytes were erased on ${on}, because they held personal data.`,
    remedy: 'Make the document again without the personal data and send that.',
  });
}
