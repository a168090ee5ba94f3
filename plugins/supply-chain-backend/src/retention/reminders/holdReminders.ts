import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { HOLDS_QUERY } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { idList, rawRows } from '../../database/raw';
import { HoldOn } from '../../holds/matchesTarget';
import { coveredReleases } from '../../holds/operations/coveredReleases';
import { toHoldOn } from '../../holds/operations/holdRows';
import { dayOf, Reminder, TOPIC } from './Reminder';

// More say no more in a list of notifications
const NAMED = 5;

/** Holds whose review date has come. */
export async function holdReminders(
  tx: Knex,
  now: number,
): Promise<Reminder[]> {
  const rows: Record<string, any>[] = await tx('hold')
    .whereNull('lifted_at')
    .whereNull('reminded_at')
    .where('review_at', '<=', now)
    .orderBy('id');
  const reminders: Reminder[] = [];
  for (const row of rows) {
    const reviewAt = Number(row.review_at);
    reminders.push({
      table: 'hold',
      id: row.id,
      told: 'reminded_at',
      // Another date is another reminder, and nobody reviews what was lifted
      about: { review_at: reviewAt, lifted_at: null },
      event: {
        type: 'hold-review-due',
        holdId: row.uid,
        placedBy: row.placed_by_ref,
        reviewAt: new Date(reviewAt).toISOString(),
      },
      notifications: [
        ...toPlacer(row, reviewAt),
        ...(await toOwners(tx, row, reviewAt)),
      ],
    });
  }
  return reminders;
}

/** Who placed it knows the reference; a service reads no notifications. */
function toPlacer(
  row: Record<string, any>,
  reviewAt: number,
): NotificationSendOptions[] {
  if (row.placed_by_type !== 'user') return [];
  return [
    {
      recipients: { type: 'entity', entityRef: row.placed_by_ref },
      payload: {
        title: `Review your legal hold ${row.reference}`,
        description: `Its review date was ${dayOf(
          reviewAt,
        )}. The hold stays: say until when it is still needed, or have another person lift it.`,
        link: `/supply-chain/retention?${HOLDS_QUERY}`,
        severity: 'high',
        topic: TOPIC,
        // Sent again after a crash it takes the place of the first
        scope: `hold-review:${row.uid}:${reviewAt}`,
      },
    },
  ];
}

/** Each owner hears of its own entities, and not why they are held. */
async function toOwners(
  tx: Knex,
  row: Record<string, any>,
  reviewAt: number,
): Promise<NotificationSendOptions[]> {
  const owners = new Map<string, string[]>();
  for (const { owner, entityRef } of await heldSubjects(tx, toHoldOn(row))) {
    owners.set(owner, [...(owners.get(owner) ?? []), entityRef]);
  }
  return [...owners].map(([owner, entityRefs]) => ({
    recipients: {
      type: 'entity',
      entityRef: owner,
      // Has a notification of its own
      excludeEntityRef: row.placed_by_ref,
    },
    payload: {
      title: `A legal hold on ${listOf(entityRefs)} is due for review`,
      description: `Its review date was ${dayOf(
        reviewAt,
      )}. The evidence stays until the hold is lifted.`,
      severity: 'normal',
      topic: TOPIC,
      scope: `hold-review:${row.uid}:${reviewAt}:${owner}`,
    },
  }));
}

async function heldSubjects(
  tx: Knex,
  hold: HoldOn,
): Promise<{ owner: string; entityRef: string }[]> {
  const releaseIds = await coveredReleases({ tx, hold });
  const rows = await rawRows<{ owner_ref: string; entity_ref: string }>(
    tx,
    `select owner_ref, entity_ref from subject
      where owner_ref is not null and (entity_ref = ? or id in (
        select subject_id from "release" where id in (${idList(tx)})))
      order by entity_ref`,
    [hold.target.entityRef ?? '', JSON.stringify(releaseIds)],
  );
  return rows.map(row => ({ owner: row.owner_ref, entityRef: row.entity_ref }));
}

function listOf(entityRefs: string[]): string {
  const more = entityRefs.length - NAMED;
  const named = entityRefs.slice(0, NAMED).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}
