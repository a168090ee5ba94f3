import { Knex } from 'knex';
import { Reminder } from './Reminder';

/** The parts of a reminder that are out already; of another date none is. */
export async function readSent(
  tx: Knex,
  { table, id, about }: Reminder,
): Promise<Set<string>> {
  const row = await tx(table).where({ id }).first('reminder_sent');
  const kept = JSON.parse(row?.reminder_sent ?? 'null');
  const isSame = JSON.stringify(kept?.about) === JSON.stringify(about);
  return new Set(isSame ? kept.sent : []);
}

export async function writeSent(
  tx: Knex,
  { table, id, about }: Reminder,
  sent: ReadonlySet<string>,
): Promise<void> {
  const text = JSON.stringify({ about, sent: [...sent] });
  await tx(table).where({ id }).update({ reminder_sent: text });
}
