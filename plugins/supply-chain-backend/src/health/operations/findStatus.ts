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

export async function listCollectors(options: {
  tx: Knex;
}): Promise<Collector[]> {
  const rows = await options
    .tx('collector_state as c')
    .join('subject as s', 's.id', 'c.subject_id')
    .whereNull('s.gone_at')
    .orderBy('s.entity_ref')
    .select('c.*', 's.entity_ref');
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

export async function sumStorage(options: {
  tx: Knex;
}): Promise<PipelineStatus['storage']> {
  const [row] = await options
    .tx('artifact')
    .count({ artifacts: '*' })
    .sum({ bytes: 'size', stored: 'stored_size' });
  const sums = row as Record<string, unknown>;
  return {
    artifacts: Number(sums.artifacts),
    bytes: Number(sums.bytes ?? 0),
    storedBytes: Number(sums.stored ?? 0),
  };
}

export async function countWaiting(options: {
  tx: Knex;
}): Promise<{ toJudge: number; oldestSince?: string }> {
  const [row] = await options
    .tx('release')
    .whereRaw('judge_asked > judge_done')
    .count({ n: '*' })
    .min({ since: 'judge_since' });
  const sums = row as Record<string, unknown>;
  return compact({
    toJudge: Number(sums.n),
    oldestSince: toOptionalIso(sums.since),
  });
}
