import {
  Hold,
  HoldTarget,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import {
  compact,
  toOptional,
} from '../../database/operations/releases/columns';
import { hexOf } from '../matchesTarget';

/** What a target is called by people: entity, version and file; queries name none. */
export async function aboutHold(
  tx: Knex,
  { entityRef, releaseId, digest }: HoldTarget,
): Promise<Hold['about']> {
  if (entityRef !== undefined) return { entityRef };
  if (releaseId !== undefined) {
    return toAbout(await releases(tx).where('r.uid', releaseId).first());
  }
  if (digest === undefined) return undefined;
  const hex = hexOf(digest);
  const evidence = await releases(tx)
    .join('evidence as e', 'e.release_id', 'r.id')
    .where('e.sha256', hex)
    .orderBy('e.id')
    .first('e.kind', 'e.file_name');
  if (evidence) return toAbout(evidence);
  const output = await releases(tx)
    .join('output as o', 'o.release_id', 'r.id')
    .where('o.digest', hex)
    .orderBy('o.id')
    .first({ file_name: 'o.name' });
  return toAbout(output);
}

function releases(tx: Knex): Knex.QueryBuilder {
  return tx('release as r')
    .join('subject as s', 's.id', 'r.subject_id')
    .select('s.entity_ref', 'r.version', { release_uid: 'r.uid' });
}

function toAbout(row: Record<string, any> | undefined): Hold['about'] {
  return (
    row &&
    compact({
      entityRef: row.entity_ref,
      releaseId: row.release_uid,
      version: row.version,
      kind: toOptional(row.kind),
      fileName: toOptional(row.file_name),
    })
  );
}
