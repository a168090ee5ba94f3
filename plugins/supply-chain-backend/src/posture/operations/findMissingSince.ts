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
  const found = await Promise.all(
    kinds.map(async kind => {
      const inLine = { subject_id: subjectId, channel: 'release', line };
      const lastWith = tx('release as q')
        .join('evidence as e', 'e.release_id', 'q.id')
        .where(inLine)
        .where('e.kind', kind)
        .whereNull('e.withdrawn_at')
        .max('q.made_at');
      const row = await tx('release')
        .where(inLine)
        .whereRaw('made_at > coalesce((?), -1)', [lastWith])
        .orderBy(['made_at', 'id'])
        .first('version', 'made_at');
      return [kind, row] as const;
    }),
  );
  return new Map(
    found.flatMap(([kind, row]) =>
      row ? [[kind, { version: row.version, at: toIso(row.made_at) }]] : [],
    ),
  );
}
