import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { hexOf } from '../matchesTarget';
import { activeTargets, heldReleases } from './heldReleases';

/** Every release that a hold covers; looks at all of them only where it asks for many. */
export async function coveredReleases(options: {
  tx: Knex;
  target: HoldTarget;
}): Promise<number[]> {
  const { tx, target } = options;
  const { entityRef, releaseId, digest } = target;
  const candidates = tx('release as r').select('r.id');
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
  }
  const rows: { id: number }[] = await candidates;
  const held = await heldReleases({
    tx,
    releaseIds: rows.map(({ id }) => id),
    targets: [target],
  });
  return [...held];
}

/** Every release that any active hold covers. */
export async function allHeldReleases(tx: Knex): Promise<Set<number>> {
  const held = new Set<number>();
  for (const target of await activeTargets(tx)) {
    for (const id of await coveredReleases({ tx, target })) held.add(id);
  }
  return held;
}
