import { Knex } from 'knex';
import { EvidenceKind } from '@hotpass/backstage-plugin-supply-chain-common';
import { toIso } from '../../database/operations/releases/columns';

/** The first release without the evidence that the ones before it had. */
export interface MissingSince {
  version?: string;
  at: string;
}

/**
 * Since when each of the kinds is missing: the release after the last one that
 * had it, in the line of the given release; without any, the first release.
 */
export async function findMissingSince(options: {
  tx: Knex;
  subjectId: number;
  line: string;
  kinds: readonly EvidenceKind[];
}): Promise<Map<EvidenceKind, MissingSince>> {
  const { tx, subjectId, line, kinds } = options;
  if (!kinds.length) return new Map();
  const inLine = {
    'r.subject_id': subjectId,
    'r.channel': 'release',
    'r.line': line,
  };
  const [releases, lastWith] = await Promise.all([
    tx('release as r')
      .where(inLine)
      .orderBy(['r.made_at', 'r.id'])
      .select('r.version', 'r.made_at'),
    tx('evidence as e')
      .join('release as r', 'r.id', 'e.release_id')
      .where(inLine)
      .whereIn('e.kind', kinds as EvidenceKind[])
      .whereNull('e.withdrawn_at')
      .groupBy('e.kind')
      .select('e.kind', tx.raw('max(r.made_at) as made_at')),
  ]);
  const last = new Map<string, number>(
    (lastWith as any[]).map(row => [row.kind, Number(row.made_at)]),
  );
  const since = new Map<EvidenceKind, MissingSince>();
  for (const kind of kinds) {
    const after = last.get(kind) ?? -Infinity;
    const first = releases.find(row => Number(row.made_at) > after);
    if (first) {
      since.set(kind, { version: first.version, at: toIso(first.made_at) });
    }
  }
  return since;
}
