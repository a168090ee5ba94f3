import { Knex } from 'knex';
import { whereTextIn } from '../../database/operations/releases/idList';

/** What is left of something that was deleted or withdrawn. */
export interface Trace {
  at: number;
  rule?: string;
}

/** What is known of an entity's evidence, as far as it was asked for. */
export interface Traces {
  /** It has evidence of a release. */
  hasEvidence: boolean;
  /** Ids of releases with evidence. */
  releases: Set<string>;
  /** By digest; a trace where every placement was withdrawn. */
  evidence: Map<string, Trace | undefined>;
  /** The last deletion of what has the digest, or of the release. */
  deleted: Map<string, Trace>;
  lastDeleted?: Trace;
}

/**
 * By entity. Digests and ids of releases look different, so one list asks for both; a
 * digest is looked up only at these entities, for alone it must tell nothing.
 */
export async function findTraces(options: {
  tx: Knex;
  entityRefs: readonly string[];
  /** Digests in hexadecimal, and ids of releases. */
  ids: readonly string[];
}): Promise<Map<string, Traces>> {
  const { tx, entityRefs, ids } = options;
  const rows: { id: number; entity_ref: string; has_evidence: unknown }[] =
    await whereTextIn(
      tx('subject as s').select(
        's.id',
        's.entity_ref',
        tx.raw(
          `exists (select 1 from "release" r join evidence v on v.release_id = r.id
           where r.subject_id = s.id and r.channel = 'release') as has_evidence`,
        ),
      ),
      's.entity_ref',
      entityRefs,
    );
  const bySubject = new Map<number, Traces>(
    rows.map(({ id, has_evidence: has }) => [
      id,
      {
        hasEvidence: Boolean(has),
        releases: new Set(),
        evidence: new Map(),
        deleted: new Map(),
      },
    ]),
  );
  await addPlaced(tx, bySubject, ids);
  await addDeleted(tx, bySubject, ids);
  return new Map(
    rows.map(({ id, entity_ref: ref }) => [ref, bySubject.get(id)!]),
  );
}

async function addPlaced(
  tx: Knex,
  bySubject: Map<number, Traces>,
  ids: readonly string[],
): Promise<void> {
  const rows = await tx('evidence as v')
    .join('release as r', 'r.id', 'v.release_id')
    .where('r.channel', 'release')
    .whereIn('r.subject_id', [...bySubject.keys()])
    .where(query => {
      whereTextIn(query, 'v.sha256', ids);
      query.orWhere(or => whereTextIn(or, 'r.uid', ids));
    })
    .select('r.subject_id', 'r.uid', 'v.sha256', 'v.withdrawn_at');
  for (const row of rows) {
    const { releases, evidence } = bySubject.get(row.subject_id)!;
    releases.add(row.uid);
    const before = evidence.get(row.sha256);
    // One placement that stands is enough
    const stands =
      row.withdrawn_at === null || (evidence.has(row.sha256) && !before);
    const at = Math.max(Number(row.withdrawn_at), before?.at ?? 0);
    evidence.set(row.sha256, stands ? undefined : { at });
  }
}

async function addDeleted(
  tx: Knex,
  bySubject: Map<number, Traces>,
  ids: readonly string[],
): Promise<void> {
  // What was erased names no entity, and is nobody's here
  const all = tx('tombstone').whereIn('subject_id', [...bySubject.keys()]);
  const named = await all
    .clone()
    .where(query => {
      whereTextIn(query, 'sha256', ids);
      query.orWhere(or => whereTextIn(or, 'release_uid', ids));
    })
    .orderBy('id');
  for (const row of named) {
    const { deleted } = bySubject.get(row.subject_id)!;
    const trace = toTrace(row);
    deleted.set(row.sha256, trace).set(row.release_uid, trace);
  }
  const last = await tx('tombstone').whereIn(
    'id',
    all.clone().groupBy('subject_id').max('id'),
  );
  for (const row of last) {
    bySubject.get(row.subject_id)!.lastDeleted = toTrace(row);
  }
}

function toTrace(row: Record<string, any>): Trace {
  return { at: Number(row.deleted_at), rule: row.rule };
}
