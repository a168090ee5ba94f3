import { Knex } from 'knex';
import { ClassDefinition, NamedClass } from '../types';

/** A version of a class as the database has it. */
export interface ClassVersion extends NamedClass {
  version: number;
  effectiveAt: number;
  /** Absent while it is effective. */
  endedAt?: number;
  source: 'config' | 'proposal';
  proposalUid?: string;
}

/** What holds now, by name. */
export async function listEffective(options: {
  tx: Knex;
}): Promise<ClassVersion[]> {
  const rows = await options
    .tx('retention_class')
    .whereNull('ended_at')
    .orderBy('name');
  return rows.map(toVersion);
}

/** What held before, the last ended first. */
export async function listEnded(options: {
  tx: Knex;
}): Promise<ClassVersion[]> {
  const rows = await options
    .tx('retention_class')
    .whereNotNull('ended_at')
    .orderBy([
      { column: 'ended_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  return rows.map(toVersion);
}

function toVersion(row: Record<string, any>): ClassVersion {
  return {
    name: row.name,
    definition: JSON.parse(row.definition) as ClassDefinition,
    version: row.version,
    effectiveAt: Number(row.effective_at),
    endedAt: row.ended_at === null ? undefined : Number(row.ended_at),
    source: row.source,
    proposalUid: row.proposal_uid ?? undefined,
  };
}
