import { Knex } from 'knex';
import { DoomedEvidence } from './types';

/** Decisions repeat what documents say, so those over an erased one go with it. */
export async function forgetDecisions(
  tx: Knex.Transaction,
  erased: readonly DoomedEvidence[],
): Promise<void> {
  for (const { uid, release } of erased) {
    const over = tx('decision')
      .where({ release_id: release.id })
      .where('inputs', 'like', `%"${uid}"%`);
    await tx('release')
      .where({ id: release.id })
      .whereIn('decision_id', over.clone().select('id'))
      .update({ decision_id: null });
    await over.delete();
  }
}
