import { RetentionRun } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import {
  compact,
  toIso,
  toOptional,
  toOptionalIso,
} from '../../../database/operations/releases/columns';
import { fitOptional } from '../../../database/text';

export type RunCounts = RetentionRun['counts'];

export const NO_COUNTS: RunCounts = {
  due: 0,
  marked: 0,
  spared: 0,
  deleted: 0,
  unlinked: 0,
  bytes: 0,
};

/** Begins a run; those before it that never ended were killed. */
export async function beginRun(options: {
  tx: Knex;
  uid: string;
  dryRun: boolean;
  now: number;
}): Promise<void> {
  const { tx, uid, dryRun, now } = options;
  await tx('retention_run')
    .where({ outcome: 'running' })
    .update({ outcome: 'interrupted', reason: 'It was killed', ended_at: now });
  await tx('retention_run').insert({
    uid,
    started_at: now,
    dry_run: dryRun,
    outcome: 'running',
    counts: JSON.stringify(NO_COUNTS),
  });
}

export async function endRun(options: {
  tx: Knex;
  uid: string;
  outcome: RetentionRun['outcome'];
  reason?: string;
  counts: RunCounts;
  now: number;
}): Promise<void> {
  const { tx, uid, outcome, reason, counts, now } = options;
  await tx('retention_run')
    .where({ uid })
    .update({
      outcome,
      reason: fitOptional(reason, 1000),
      counts: JSON.stringify(counts),
      ended_at: now,
    });
}

/** Newest first; `before` is the id of the last row of the page before. */
export async function listRuns(options: {
  tx: Knex;
  before?: number;
  limit: number;
}): Promise<{ id: number; run: RetentionRun }[]> {
  const { tx, before, limit } = options;
  const rows = await tx('retention_run')
    .modify(query => {
      if (before !== undefined) query.where('id', '<', before);
    })
    .orderBy('id', 'desc')
    .limit(limit);
  return rows.map((row: Record<string, any>) => ({
    id: row.id,
    run: compact({
      id: row.uid,
      startedAt: toIso(row.started_at),
      endedAt: toOptionalIso(row.ended_at),
      dryRun: Boolean(row.dry_run),
      outcome: row.outcome,
      reason: toOptional<string>(row.reason),
      counts: JSON.parse(row.counts),
    }),
  }));
}
