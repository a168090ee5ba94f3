import { Knex } from 'knex';
import {
  EvidenceDot,
  HeldTrust,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { EvidenceKind } from '@hotpass/backstage-plugin-supply-chain-common';
import { compact, toIso, toJson, toOptional, toOptionalIso } from './columns';

/** What is known of an entity beside its evidence. */
export interface SubjectRecord {
  id: number;
  /** Opaque; tells nothing to those who may not read the entity. */
  uid: string;
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  inScope: boolean;
  mode: 'observe' | 'enforce';
  enforcedFrom?: string;
  expected: { kind: EvidenceKind; level: 'required' | 'wanted' }[];
  dots: EvidenceDot[];
  latestRelease?: string;
  latestReleaseAt?: string;
  newestReleaseId?: number;
  state: PostureState;
  stateSince: string;
  createdAt: string;
  /** Trust that waits for a person. */
  held?: HeldTrust;
}

export async function findSubject(options: {
  tx: Knex;
  entityRef: string;
}): Promise<SubjectRecord | undefined> {
  const row = await options
    .tx('subject')
    .where('entity_ref', options.entityRef)
    .first();
  if (!row) return undefined;
  return {
    id: row.id,
    uid: row.uid,
    entityRef: row.entity_ref,
    title: toOptional(row.title),
    owner: toOptional(row.owner_ref),
    system: toOptional(row.system_ref),
    inScope: Boolean(row.in_scope),
    mode: row.mode,
    enforcedFrom: toOptionalIso(row.enforced_from),
    expected: toJson<SubjectRecord['expected']>(row.expected, []),
    dots: toJson<SubjectRecord['dots']>(row.dots, []),
    latestRelease: toOptional(row.latest_release),
    latestReleaseAt: toOptionalIso(row.latest_release_at),
    newestReleaseId: toOptional(row.newest_release_id),
    state: row.state,
    stateSince: toIso(row.state_since),
    createdAt: toIso(row.created_at),
    held: heldOf(row),
  };
}

function heldOf(row: Record<string, any>): HeldTrust | undefined {
  if (row.trust_held_since === null) return undefined;
  return compact({
    since: toIso(row.trust_held_since),
    reason: row.trust_held_reason ?? '',
    before: toOptional(row.confirmed_source),
    now: toOptional(row.source_location),
  });
}
