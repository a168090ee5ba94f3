import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { matchesGlob } from '../config/glob';
import { SubjectRow } from '../database/rows';

export type HoldQuery = NonNullable<HoldTarget['query']>;

/** An entity as holds look at it: what the catalog said of it last. */
export type HeldEntity = Pick<
  SubjectRow,
  | 'entity_ref'
  | 'type'
  | 'lifecycle'
  | 'owner_ref'
  | 'system_ref'
  | 'tags'
  | 'labels'
>;

/**
 * Whether the catalog's part of a query is true of an entity now. Its author writes owner,
 * system, tags and labels, so this may only ever add to what a hold covers.
 */
export function matchesEntity(query: HoldQuery, entity: HeldEntity): boolean {
  const is = (pattern: string | undefined, value: string | undefined) =>
    pattern === undefined ||
    (value !== undefined && matchesGlob(pattern, value));
  return (
    matchesGlob(query.entities ?? '*', entity.entity_ref) &&
    is(query.owner, entity.owner_ref) &&
    is(query.system, entity.system_ref) &&
    is(query.type, entity.type) &&
    is(query.lifecycle, entity.lifecycle) &&
    hasAll(query, entity)
  );
}

function hasAll({ tags, labels }: HoldQuery, entity: HeldEntity): boolean {
  if (tags) {
    const own: string[] = JSON.parse(entity.tags ?? '[]');
    if (!tags.every(tag => own.includes(tag))) return false;
  }
  if (!labels) return true;
  const own = new Map<string, string>(
    Object.entries(JSON.parse(entity.labels ?? '{}')),
  );
  return Object.entries(labels).every(([key, value]) => own.get(key) === value);
}
