import { Channel } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { EvidenceRow, ReleaseRow, toOptionalRow, toRow } from '../../rows';

/** The same bytes at the same placement, if they came before. */
export async function findPlaced(options: {
  tx: Knex;
  subjectId: number;
  channel: Channel;
  version: string;
  sha256: string;
  stream?: string;
  kind?: string;
  /** What it is a detached signature of, if that is asked; `null`: of nothing. */
  signs?: string | null;
}): Promise<{ evidence: EvidenceRow; release: ReleaseRow } | undefined> {
  const { tx, stream, kind, signs } = options;
  const release = await tx('release')
    .where({
      subject_id: options.subjectId,
      channel: options.channel,
      version: options.version,
    })
    .first();
  if (!release) return undefined;
  const evidence = toOptionalRow<EvidenceRow>(
    await tx('evidence')
      .where({ release_id: release.id, sha256: options.sha256 })
      .modify(query => {
        if (stream) query.where({ stream });
        if (kind) query.where({ kind });
        if (signs !== undefined) query.where({ signs });
      })
      .orderBy('id', 'desc')
      .first(),
  );
  return evidence && { evidence, release: toRow<ReleaseRow>(release) };
}

/** A reading of these bytes by this reader, made with the hint or without need of one. */
export async function findReading(options: {
  tx: Knex;
  sha256: string;
  readerVersion: number;
  hintKind: string;
}): Promise<{ id: number; hasSet: boolean } | undefined> {
  const { tx } = options;
  const row = await tx('reading as r')
    .leftJoin('component_set as c', 'c.reading_id', 'r.id')
    .where({
      'r.sha256': options.sha256,
      'r.reader_version': options.readerVersion,
    })
    .whereIn('r.hint_kind', ['', options.hintKind])
    .orderBy('r.hint_kind')
    .first({ id: 'r.id', setId: 'c.id' });
  return row && { id: row.id, hasSet: row.setId !== null };
}
