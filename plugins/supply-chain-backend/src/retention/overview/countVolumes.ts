import { RetentionOverview } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { idList, rawRows } from '../../database/raw';
import { allHeldReleases } from '../../holds/operations/coveredReleases';
import { LIVE_SQL } from '../live/liveSql';
import { findDue } from '../run/markDue';

const DAY = 24 * 60 * 60 * 1000;

interface When {
  now: number;
  liveAfterGoneMs: number;
}

export async function countTotals(
  tx: Knex,
  { now, liveAfterGoneMs }: When,
): Promise<RetentionOverview['totals']> {
  const held = [...(await allHeldReleases(tx))];
  const [row] = await rawRows<Record<string, unknown>>(
    tx,
    `select
       (select count(*) from evidence) as evidence,
       (select count(*) from evidence where marked_at is not null) as marked,
       (select coalesce(sum(size), 0) from artifact) as bytes,
       (select coalesce(sum(stored_size), 0) from artifact) as stored,
       (select count(*) from tombstone) as tombstones,
       (select count(*) from evidence h where h.release_id in (${idList(
         tx,
       )})) as held,
       (select count(*) from evidence v where v.release_id in (
          select r.id from "release" r join subject s on s.id = r.subject_id
           where ${LIVE_SQL})) as live`,
    [JSON.stringify(held), now - liveAfterGoneMs],
  );
  return {
    evidence: Number(row.evidence),
    bytes: Number(row.bytes),
    storedBytes: Number(row.stored),
    live: Number(row.live),
    held: Number(row.held),
    marked: Number(row.marked),
    tombstones: Number(row.tombstones),
  };
}

export async function countClasses(
  tx: Knex,
  when: When,
): Promise<RetentionOverview['classes']> {
  const { now } = when;
  const rows = await rawRows<Record<string, any>>(
    tx,
    `select e.kept_by as name, count(*) as evidence, sum(a.size) as bytes,
       sum(case when e.kept_open then 1 else 0 end) as open,
       sum(case when not e.kept_open and e.expires_at <= ? then 1 else 0 end) as e30,
       sum(case when not e.kept_open and e.expires_at <= ? then 1 else 0 end) as e90
     from evidence e join artifact a on a.sha256 = e.sha256
     group by e.kept_by order by e.kept_by`,
    [now + 30 * DAY, now + 90 * DAY],
  );
  const overdue = await findDue({
    tx,
    when,
    narrow: query => query.where('e.latest_at', '<', now),
  });
  return rows.map(row => ({
    name: row.name,
    evidence: Number(row.evidence),
    bytes: Number(row.bytes),
    open: Number(row.open),
    expiring30: Number(row.e30),
    expiring90: Number(row.e90),
    overdue: overdue.filter(({ keptBy }) => keptBy === row.name).length,
  }));
}

export async function countExpiring(
  tx: Knex,
  now: number,
): Promise<RetentionOverview['expiring']> {
  const within = async (days: number) => {
    const [row] = await rawRows<Record<string, unknown>>(
      tx,
      `select count(*) as n, coalesce(sum(a.size), 0) as bytes
         from evidence e join artifact a on a.sha256 = e.sha256
        where not e.kept_open and e.expires_at <= ?`,
      [now + days * DAY],
    );
    return { evidence: Number(row.n), bytes: Number(row.bytes) };
  };
  return { in30Days: await within(30), in90Days: await within(90) };
}

export async function countHolds(
  tx: Knex,
  now: number,
): Promise<RetentionOverview['holds']> {
  const [row] = await rawRows<Record<string, unknown>>(
    tx,
    `select count(*) as active,
       coalesce(sum(case when review_at <= ? then 1 else 0 end), 0) as due
     from hold where lifted_at is null`,
    [now],
  );
  return { active: Number(row.active), reviewDue: Number(row.due) };
}

export async function countScrub(
  tx: Knex,
  now: number,
  windowMs: number,
): Promise<RetentionOverview['scrub']> {
  const [row] = await rawRows<Record<string, unknown>>(
    tx,
    `select count(*) as artifacts, min(checked_at) as oldest,
       coalesce(sum(case when checked_at > ? then 1 else 0 end), 0) as checked,
       coalesce(sum(case when condition = 'unreadable' then 1 else 0 end), 0) as unreadable
     from artifact`,
    [now - windowMs],
  );
  const { oldest } = row;
  return {
    artifacts: Number(row.artifacts),
    checked: Number(row.checked),
    unreadable: Number(row.unreadable),
    windowDays: windowMs / DAY,
    ...(oldest !== null && {
      oldestCheckAt: new Date(Number(oldest)).toISOString(),
    }),
  };
}
