import { Knex } from 'knex';
import { MirrorReceipt } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  compact,
  toIso,
  toOptional,
} from '../../database/operations/releases/columns';

/** Every arrival of a subject's evidence of releases, newest first. */
export async function listReceipts(options: {
  tx: Knex;
  subjectId: number;
}): Promise<MirrorReceipt[]> {
  const { tx, subjectId } = options;
  const rows = await tx('receipt as p')
    .join('evidence as v', 'v.id', 'p.evidence_id')
    .join('release as r', 'r.id', 'p.release_id')
    .where('p.subject_id', subjectId)
    .where('r.channel', 'release')
    .orderBy([
      { column: 'p.at', order: 'desc' },
      { column: 'p.id', order: 'desc' },
    ])
    .select('p.*', { evidence_uid: 'v.uid' });
  return rows.map(row =>
    compact({
      evidenceId: row.evidence_uid,
      at: toIso(row.at),
      from: { type: row.principal_type, ref: row.principal_ref },
      source: toOptional(row.source),
      fileName: toOptional(row.file_name),
    }),
  );
}
