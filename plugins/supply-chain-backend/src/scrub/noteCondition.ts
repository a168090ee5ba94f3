import { Knex } from 'knex';
import { appendEvent } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { lockDigests } from '../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { endAlarm, raiseAlarm } from '../retention/alarms/alarmRows';
import { Checked, Condition } from './checkArtifact';

/**
 * Writes down what re-reading told. What was found bad stays bad until a person
 * restores it: bytes that come back by themselves are no repair that anybody vouches
 * for. What could not be read is open, so the next reading that succeeds settles it.
 */
export async function noteCondition(options: {
  database: SupplyChainDatabase;
  sha256: string;
  checked: Checked;
  now: number;
}): Promise<{ isNew: boolean; releaseIds: number[] }> {
  const { database, sha256, checked, now } = options;
  const { condition } = checked;
  return database.transaction(async tx => {
    await lockDigests(tx, [sha256]);
    const row = await tx('artifact').where({ sha256 }).first();
    // Unlinked since it was read, or about to be
    if (!row || row.unlink_at !== null) return { isNew: false, releaseIds: [] };
    const was: Condition = row.condition;
    if (condition !== 'unreadable') {
      await tx('artifact').where({ sha256 }).update({ checked_at: now });
    }
    if (!isNews(was, condition)) return { isNew: false, releaseIds: [] };
    await tx('artifact')
      .where({ sha256 })
      .update({
        condition,
        condition_at: condition === 'sound' ? null : row.condition_at ?? now,
      });
    if (was !== 'sound') {
      await endAlarm({ tx, kind: was, about: sha256, now });
    }
    if (condition !== 'sound') {
      const message = messageOf(sha256, checked);
      await raiseAlarm({ tx, kind: condition, about: sha256, message, now });
    }
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

function isNews(was: Condition, condition: Condition): boolean {
  if (was === condition) return false;
  const isProven = was === 'corrupt' || was === 'missing';
  return !isProven || condition === 'corrupt' || condition === 'missing';
}

function messageOf(sha256: string, { condition, reason }: Checked): string {
  switch (condition) {
    case 'missing':
      return `The bytes of sha256:${sha256} are not in the store`;
    case 'unreadable':
      return `The stored bytes of sha256:${sha256} could not be read (${reason}); every run tries again`;
    default:
      return `The stored bytes of sha256:${sha256} have another digest`;
  }
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
