import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { endAlarm, raiseAlarm } from '../alarms/alarmRows';
import { DueWhen, findDue } from './markDue';

/**
 * What should have been gone by now, and is neither live nor held: runs were refused,
 * stopped or too slow. The grace period is part of a class's latest deletion.
 */
export async function watchLatest(options: {
  database: SupplyChainDatabase;
  when: DueWhen;
}): Promise<void> {
  const { database, when } = options;
  const { now } = when;
  const overdue = await findDue({
    tx: database.knex,
    when,
    narrow: query => query.where('e.latest_at', '<', now),
  });
  await database.transaction(async tx => {
    if (overdue.length === 0) {
      await endAlarm({ tx, kind: 'overdue', now });
      return;
    }
    await raiseAlarm({
      tx,
      kind: 'overdue',
      message: `${overdue.length} pieces of evidence are past the latest deletion of their class`,
      now,
    });
  });
}
