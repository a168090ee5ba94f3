import { Knex } from 'knex';
import {
  MirrorClaim,
  MirrorCompanionPage,
  MirrorPromise,
  MirrorTombstone,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { SiteOutcome } from './operations/settleClaim';

/** A renderer and the place that it publishes to. */
export interface MirrorTarget {
  target: string;
  layout: string;
}

/** Says what is to be published, to one publisher a site at a time. */
export interface MirrorService {
  listCompanions(query: {
    entityRef?: string;
    cursor?: string;
    limit: number;
  }): Promise<MirrorCompanionPage>;
  /** Refs of entities, those that wait longest first. */
  listDue(target: MirrorTarget): Promise<string[]>;
  /** Nothing when there is nothing to publish, or somebody else does. */
  claim(
    target: MirrorTarget,
    entityRef: string,
  ): Promise<MirrorClaim | undefined>;
  /** Until when it holds; `ConflictError` when it was lost. */
  renew(claim: string): Promise<{ endsAt: string }>;
  /** `ConflictError` when it was lost. */
  settle(claim: string, result: SiteOutcome): Promise<void>;
}

/**
 * Until when evidence is kept, and what was deleted. The one door through which the
 * mirror learns of retention, holds and tombstones.
 */
export interface KeepingFacts {
  ofSubject(options: {
    tx: Knex;
    subjectId: number;
  }): Promise<{ promises: MirrorPromise[]; tombstones: MirrorTombstone[] }>;
}
