import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  BUILD_REFS_ANNOTATION,
  BUILD_REPOSITORIES_ANNOTATION,
  EVIDENCE_LOCATION_ANNOTATION,
  LATEST_RELEASE_ANNOTATION,
  LATEST_RELEASE_AT_ANNOTATION,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { matchesGlob } from '../config/glob';
import { ScopeEntry } from '../config/SupplyChainConfig';
import { SubjectRow } from '../database/rows';
import { fit } from '../database/text';
import { ownSourceLocation } from './ownSourceLocation';

/** What the catalog and the config say of an entity, as columns of `subject`. */
export type SubjectSnapshot = Pick<
  SubjectRow,
  | 'entity_ref'
  | 'kind'
  | 'namespace'
  | 'name'
  | 'title'
  | 'type'
  | 'lifecycle'
  | 'owner_ref'
  | 'system_ref'
  | 'source_location'
  | 'evidence_location'
  | 'in_scope'
  | 'mode'
  | 'enforced_from'
  | 'collection'
  | 'expected'
  | 'latest_release'
  | 'latest_release_at'
  | 'build_repositories'
  | 'build_refs'
  | 'tags'
  | 'labels'
>;

export function toSnapshot(
  entity: Entity,
  scope: readonly ScopeEntry[],
): SubjectSnapshot {
  const entityRef = stringifyEntityRef(entity);
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const annotations = entity.metadata.annotations ?? {};
  const text = (value: unknown, max = 255) =>
    typeof value === 'string' && value ? fit(value, max) : undefined;
  const entry = scope.find(candidate => matches(candidate, entity));
  const at = Date.parse(annotations[LATEST_RELEASE_AT_ANNOTATION] ?? '');
  return {
    entity_ref: entityRef,
    kind,
    namespace,
    name,
    title: text(entity.metadata.title),
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
    owner_ref: text(relation(entity, RELATION_OWNED_BY)),
    system_ref: text(relation(entity, RELATION_PART_OF, 'system:')),
    source_location: text(ownSourceLocation(entity), 2000),
    evidence_location: text(annotations[EVIDENCE_LOCATION_ANNOTATION], 2000),
    in_scope: entry !== undefined,
    mode: entry?.mode ?? 'observe',
    enforced_from: entry?.enforceFrom?.getTime(),
    collection: entry?.collection ?? 'release',
    expected: JSON.stringify(entry?.expected ?? []),
    latest_release: text(annotations[LATEST_RELEASE_ANNOTATION], 200),
    latest_release_at: Number.isNaN(at) ? undefined : at,
    build_repositories: text(annotations[BUILD_REPOSITORIES_ANNOTATION], 2000),
    build_refs: text(annotations[BUILD_REFS_ANNOTATION], 1000),
    tags: toJson([...(entity.metadata.tags ?? [])].sort()),
    labels: toJson(
      Object.fromEntries(Object.entries(entity.metadata.labels ?? {}).sort()),
    ),
  };
}

/** Nothing is written where there is nothing, which most entities have. */
function toJson(value: object): string | undefined {
  return Object.keys(value).length > 0 ? fit(JSON.stringify(value)) : undefined;
}

function matches({ match }: ScopeEntry, entity: Entity): boolean {
  const own = (value: unknown) => (typeof value === 'string' ? value : '');
  return (
    matchesGlob(match.kind, entity.kind) &&
    matchesGlob(match.namespace, entity.metadata.namespace ?? 'default') &&
    matchesGlob(match.name, entity.metadata.name) &&
    matchesGlob(match.type ?? '*', own(entity.spec?.type)) &&
    matchesGlob(match.lifecycle ?? '*', own(entity.spec?.lifecycle))
  );
}

function relation(
  entity: Entity,
  type: string,
  prefix = '',
): string | undefined {
  return entity.relations?.find(
    candidate =>
      candidate.type === type && candidate.targetRef.startsWith(prefix),
  )?.targetRef;
}
