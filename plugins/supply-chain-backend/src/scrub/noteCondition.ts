import { Knex } from 'knex';
import { appendEvent } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { lockDigests } from '../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { raiseAlarm } from '../retention/alarms/alarmRows';
import { Condition } from './checkArtifact';

/**
 * Writes down what re-reading told. What was found bad stays bad until a person
 * restores it: bytes that come back by themselves are no repair that anybody vouches for.
 */
export async function noteCondition(options: {
  database: SupplyChainDatabase;
  sha256: string;
  condition: Condition;
  now: number;
}): Promise<{ isNew: boolean; releaseIds: number[] }> {
  const { database, sha256, condition, now } = options;
  return database.transaction(async tx => {
    await lockDigests(tx, [sha256]);
    const row = await tx('artifact').where({ sha256 }).first();
    // Unlinked since it was read, or about to be
    if (!row || row.unlink_at !== null) return { isNew: false, releaseIds: [] };
    await tx('artifact').where({ sha256 }).update({ checked_at: now });
    if (condition === 'sound' || row.condition === condition) {
      return { isNew: false, releaseIds: [] };
    }
    await tx('artifact')
      .where({ sha256 })
      .update({ condition, condition_at: row.condition_at ?? now });
    await raiseAlarm({
      tx,
      kind: condition,
      about: sha256,
      message:
        condition === 'missing'
          ? `The bytes of sha256:${sha256} are not in the store`
          : `The stored bytes of sha256:${sha256} have another digest`,
      now,
    });
    const releaseIds = await releasesWith(tx, sha256);
    await askForJudgement({ tx, releaseIds, now });
    await appendEvent({
      tx,
      type: 'artifact-condition',
      at: now,
      facts: { digest: `sha256:${sha256}`, condition },
    });
    return { isNew: true, releaseIds };
  });
}

/** Every release that relies on the bytes. */
export async function releasesWith(
  tx: Knex,
  sha256: string,
): Promise<number[]> {
  const rows: { release_id: number }[] = await tx('evidence')
    .where({ sha256, current: true })
    .distinct('release_id');
  return rows.map(row => row.release_id);
}
