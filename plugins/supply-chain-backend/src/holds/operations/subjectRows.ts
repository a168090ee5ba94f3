import { Knex } from 'knex';
import { HeldEntity } from '../matchesEntity';

/** Columns of subject `s` that queries look at. */
export const HELD_ENTITY =
  's.entity_ref, s.type, s.lifecycle, s.owner_ref, s.system_ref, s.tags, s.labels';

export function toHeldEntity(row: Record<string, any>): HeldEntity {
  return {
    entity_ref: row.entity_ref,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    owner_ref: row.owner_ref ?? undefined,
    system_ref: row.system_ref ?? undefined,
    tags: row.tags ?? undefined,
    labels: row.labels ?? undefined,
  };
}

/** Every entity that is known, in the catalog or not. */
export async function readEntities(
  tx: Knex,
): Promise<(HeldEntity & { id: number })[]> {
  const rows: Record<string, any>[] = await tx('subject as s').select(
    's.id',
    ...HELD_ENTITY.split(', '),
  );
  return rows.map(row => ({ id: row.id, ...toHeldEntity(row) }));
}
