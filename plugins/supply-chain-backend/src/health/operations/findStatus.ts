import { Knex } from 'knex';
import {
  Collector,
  PipelineStatus,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  compact,
  toOptional,
  toOptionalIso,
} from '../../database/operations/releases/columns';
import { whereIdIn } from '../../database/operations/releases/idList';

interface Which {
  tx: Knex;
  /** Of which subjects. */
  subjectIds: number[];
}

export async function listCollectors(options: Which): Promise<Collector[]> {
  const rows: any[] = await whereIdIn(
    options
      .tx('collector_state as c')
      .join('subject as s', 's.id', 'c.subject_id')
      .whereNull('s.gone_at')
      .orderBy('s.entity_ref')
      .select('c.*', 's.entity_ref'),
    's.id',
    options.subjectIds,
  );
  return rows.map(row =>
    compact({
      entityRef: row.entity_ref,
      location: row.location,
      lastRunAt: toOptionalIso(row.last_run_at),
      lastChangeAt: toOptionalIso(row.last_change_at),
      outcome: row.outcome,
      message: toOptional<string>(row.message),
    }),
  );
}

/** Bytes that several entities have are counted once. */
export async function sumStorage(
  options: Which,
): Promise<PipelineStatus['storage']> {
  const { tx, subjectIds } = options;
  const held = whereIdIn(
    tx('evidence as e').join('release as r', 'r.id', 'e.release_id'),
    'r.subject_id',
    subjectIds,
  ).select('e.sha256');
  const [row] = await tx('artifact')
    .whereIn('sha256', held as Knex.QueryBuilder)
    .count({ artifacts: '*' })
    .sum({ bytes: 'size', stored: 'stored_size' });
  const sums = row as Record<string, unknown>;
  return {
    artifacts: Number(sums.artifacts),
    bytes: Number(sums.bytes ?? 0),
    storedBytes: Number(sums.stored ?? 0),
  };
}

export async function countWaiting(
  options: Which,
): Promise<{ toJudge: number; oldestSince?: string }> {
  const { tx, subjectIds } = options;
  const waiting = tx('release')
    .whereRaw('judge_asked > judge_done')
    .count({ n: '*' })
    .min({ since: 'judge_since' });
  const [row] = await whereIdIn(waiting, 'subject_id', subjectIds);
  const sums = row as Record<string, unknown>;
  return compact({
    toJudge: Number(sums.n),
    oldestSince: toOptionalIso(sums.since),
  });
}
