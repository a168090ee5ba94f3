import { Knex } from 'knex';
import {
  compact,
  toIso,
  toOptional,
} from '../database/operations/releases/columns';
import { activeHolds, holdsOf } from '../holds/operations/heldReleases';
import { KeepingFacts } from './types';

/** Why somebody holds it is for those who may see retention, not for every reader. */
const HELD = 'A legal hold covers it';

/** Until when evidence of releases is kept and by which rule, and what was deleted. */
export class KeptFacts implements KeepingFacts {
  async ofSubject(options: { tx: Knex; subjectId: number }) {
    const { tx, subjectId } = options;
    const rows = await tx('evidence as v')
      .join('release as r', 'r.id', 'v.release_id')
      .where({ 'r.subject_id': subjectId, 'r.channel': 'release' })
      .orderBy('v.id')
      .select(
        'v.uid',
        'v.expires_at',
        'v.kept_open',
        'v.kept_by',
        'v.release_id',
      );
    const holds = await holdsOf({
      tx,
      releaseIds: [...new Set(rows.map(row => row.release_id as number))],
      holds: await activeHolds(tx),
    });
    const gone = await tx('tombstone')
      .where({ subject_id: subjectId, erased: false })
      .orderBy('id', 'desc')
      .select('sha256', 'deleted_at', 'kind', 'version', 'rule');
    return {
      promises: rows.map(row => ({
        evidenceId: row.uid,
        until: toIso(row.expires_at),
        ...(row.kept_open && { open: true }),
        rule: row.kept_by,
        holds: (holds.get(row.release_id) ?? []).map(({ placedAt }) => ({
          reason: HELD,
          since: toIso(placedAt),
        })),
      })),
      tombstones: gone.map(row =>
        compact({
          digest: `sha256:${row.sha256}`,
          deletedAt: toIso(row.deleted_at),
          kind: toOptional(row.kind),
          release: toOptional(row.version),
          rule: row.rule,
        }),
      ),
    };
  }
}
