import {
  ExpiringEvidence,
  ExpiringPage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedList } from '../../authorization';
import { compact, toIso } from '../../database/operations/releases/columns';
import { whereIdIn } from '../../database/operations/releases/idList';
import { heldReleases } from '../../holds/operations/heldReleases';
import { decodeCursor, encodeCursor } from '../../service/cursor';
import { selectEvidence } from '../deletion/selectEvidence';
import { WILL_VOUCH_SQL } from '../deletion/dueSql';
import { LIVE_SQL } from '../live/liveSql';
import { shownSubjects } from './shownSubjects';
import { RetentionService } from './types';

const DAY = 24 * 60 * 60 * 1000;
const ORDER = 'expiring';

type Query = Parameters<RetentionService['listExpiring']>[1];

/** Deletion preview, soonest first. A page may be shorter than asked for and yet go on. */
export async function listExpiring(options: {
  tx: Knex;
  list: GrantedList;
  query: Query;
  graceMs: number;
  liveAfterGoneMs: number;
  now: number;
}): Promise<ExpiringPage> {
  const { tx, list, query, now, graceMs, liveAfterGoneMs } = options;
  const { days = 90, entity, rule, state, limit } = query;
  const after = decodeCursor(query.cursor, ORDER, ['number', 'number']);
  const subjects = await shownSubjects({ tx, list, entity });
  const select = selectEvidence(tx)
    .where({ 'e.kept_open': false })
    .where('e.expires_at', '<=', now + days * DAY)
    .select('e.expires_at', 'e.marked_at', 'e.delete_after', 'e.file_name', {
      is_live: tx.raw(`case when ${LIVE_SQL} then 1 else 0 end`, [
        now - liveAfterGoneMs,
      ]),
      vouches: tx.raw(`case when ${WILL_VOUCH_SQL} then 1 else 0 end`, [
        now,
        now,
      ]),
    } as never)
    .orderBy(['e.expires_at', 'e.id'])
    .limit(limit + 1);
  whereIdIn(
    select,
    's.id',
    subjects.map(({ id }) => id),
  );
  if (rule !== undefined) select.where('e.kept_by', rule);
  if (state === 'marked') select.whereNotNull('e.marked_at');
  if (state === 'due' || state === 'kept') select.whereNull('e.marked_at');
  if (after) {
    select.whereRaw('(e.expires_at > ? or (e.expires_at = ? and e.id > ?))', [
      after[0],
      after[0],
      after[1],
    ]);
  }
  const rows: Record<string, any>[] = await select;
  const page = rows.slice(0, limit);
  const releaseIds = [...new Set(page.map(row => row.release_id as number))];
  const held = await heldReleases({ tx, releaseIds });
  const items = page.map(row =>
    toItem(row, held.has(row.release_id), now, graceMs),
  );
  const last = page[page.length - 1];
  return compact({
    items: items.filter(item => state === undefined || item.state === state),
    nextCursor:
      rows.length > limit
        ? encodeCursor(ORDER, [Number(last.expires_at), last.id])
        : undefined,
  });
}

function toItem(
  row: Record<string, any>,
  held: boolean,
  now: number,
  graceMs: number,
): ExpiringEvidence {
  const live = Number(row.is_live) === 1;
  const until = Number(row.expires_at);
  const isMarked = row.marked_at !== null;
  const mayGo = !live && !held && Number(row.vouches) === 0;
  const due = mayGo && until <= now ? 'due' : 'kept';
  const deletesAt = isMarked
    ? Number(row.delete_after)
    : Math.max(until, now) + graceMs;
  return compact({
    evidenceId: row.uid,
    releaseId: row.release_uid,
    entityRef: row.entity_ref,
    version: row.version,
    channel: row.channel,
    kind: row.kind,
    fileName: row.file_name ?? undefined,
    digest: `sha256:${row.sha256}`,
    size: Number(row.size),
    until: toIso(until),
    rule: row.kept_by,
    live,
    held,
    state: isMarked ? 'marked' : due,
    deletesAt: mayGo ? toIso(deletesAt) : undefined,
  });
}
