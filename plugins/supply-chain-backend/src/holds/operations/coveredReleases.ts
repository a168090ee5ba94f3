import { Knex } from 'knex';
import { whereIdIn } from '../../database/operations/releases/idList';
import { matchesEntity } from '../matchesEntity';
import { hexOf, HoldOn } from '../matchesTarget';
import { activeHolds, holdsOf } from './heldReleases';
import { readEntities } from './subjectRows';

/** By id of the subject: since when it is written down, and whether it matches now. */
type CoveredEntities = Map<number, { since?: number; matches: boolean }>;

/** Every release that a hold covers, or would cover. */
export async function coveredReleases(options: {
  tx: Knex;
  hold: HoldOn;
  /** Where they are known already. */
  entities?: CoveredEntities;
}): Promise<number[]> {
  const { tx, hold } = options;
  const { entityRef, releaseId, digest } = hold.target;
  const candidates = tx('release as r').orderBy('r.id').select('r.id');
  if (entityRef !== undefined) {
    candidates
      .join('subject as s', 's.id', 'r.subject_id')
      .where('s.entity_ref', entityRef);
  } else if (releaseId !== undefined) {
    candidates.where('r.uid', releaseId);
  } else if (digest !== undefined) {
    const hex = hexOf(digest);
    candidates.where(builder =>
      builder
        .whereIn(
          'r.id',
          tx('evidence').where({ sha256: hex }).select('release_id'),
        )
        .orWhereIn(
          'r.id',
          tx('output').where({ digest: hex }).select('release_id'),
        ),
    );
  } else {
    const entities = options.entities ?? (await coveredEntities({ tx, hold }));
    whereIdIn(candidates, 'r.subject_id', [...entities.keys()]);
  }
  const rows: { id: number }[] = await candidates;
  const releaseIds = rows.map(({ id }) => id);
  const held = await holdsOf({ tx, releaseIds, holds: [hold] });
  return releaseIds.filter(id => held.has(id));
}

/** Entities that a hold by query covers. */
export async function coveredEntities(options: {
  tx: Knex;
  hold: HoldOn;
}): Promise<CoveredEntities> {
  const { tx, hold } = options;
  const { query } = hold.target;
  const covered: CoveredEntities = new Map();
  if (hold.id !== undefined) {
    const rows: { subject_id: number; covered_at: unknown }[] = await tx(
      'hold_cover',
    ).where({ hold_id: hold.id });
    for (const { subject_id: id, covered_at: at } of rows) {
      covered.set(id, { since: Number(at), matches: false });
    }
  }
  if (!query) return covered;
  for (const entity of await readEntities(tx)) {
    if (!matchesEntity(query, entity)) continue;
    covered.set(entity.id, { ...covered.get(entity.id), matches: true });
  }
  return covered;
}

/** Every release that any active hold covers. */
export async function allHeldReleases(tx: Knex): Promise<Set<number>> {
  const held = new Set<number>();
  for (const hold of await activeHolds(tx)) {
    for (const id of await coveredReleases({ tx, hold })) held.add(id);
  }
  return held;
}
