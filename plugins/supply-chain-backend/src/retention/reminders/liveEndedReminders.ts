import { Knex } from 'knex';
import { dayOf, Reminder, TOPIC } from './Reminder';

/** Entities with evidence that left the catalog, and whose newest release is no longer live. */
export async function liveEndedReminders(
  tx: Knex,
  liveAfterGoneMs: number,
  now: number,
): Promise<Reminder[]> {
  const rows: Record<string, any>[] = await tx('subject as s')
    .where('s.gone_at', '<=', now - liveAfterGoneMs)
    .whereNull('s.live_end_told_at')
    .whereExists(
      tx('release as r')
        .join('evidence as e', 'e.release_id', 'r.id')
        .whereRaw('r.subject_id = s.id')
        .select(tx.raw('1')),
    )
    .leftJoin('release as n', 'n.id', 's.newest_release_id')
    .orderBy('s.id')
    .select('s.id', 's.uid', 's.entity_ref', 's.owner_ref', 's.gone_at', {
      version: 'n.version',
    } as never);
  return rows.map(row => toReminder(row, liveAfterGoneMs));
}

function toReminder(
  row: Record<string, any>,
  liveAfterGoneMs: number,
): Reminder {
  const gone = Number(row.gone_at);
  const what = [row.entity_ref, row.version].filter(Boolean).join(' ');
  return {
    table: 'subject',
    id: row.id,
    told: 'live_end_told_at',
    // It may come back and leave again
    about: { gone_at: gone },
    event: {
      type: 'live-ended',
      entityRef: row.entity_ref,
      ...(row.owner_ref && { owner: row.owner_ref }),
    },
    notifications: row.owner_ref
      ? [
          {
            recipients: { type: 'entity', entityRef: row.owner_ref },
            payload: {
              title: `${what} no longer counts as live`,
              description: `The entity left the catalog on ${dayOf(
                gone,
              )}, and the time after that was over on ${dayOf(
                gone + liveAfterGoneMs,
              )}. Its evidence is kept until its retention classes and legal holds let it go; a release that is still promoted to a stage stays.`,
              severity: 'normal',
              topic: TOPIC,
              scope: `live-ended:${row.uid}:${gone}`,
            },
          },
        ]
      : [],
  };
}
