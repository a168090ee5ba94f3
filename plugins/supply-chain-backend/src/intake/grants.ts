import {
  Channel,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { matchesGlob } from '../config/glob';
import { Grant, GrantAction } from '../config/SupplyChainConfig';

export type GrantVerdict =
  | {
      allowed: true;
      /** Absent: every kind. */
      kinds?: EvidenceKind[];
      madeAt: boolean;
    }
  | { allowed: false; code: string; reason: string; remedy: string };

/**
 * What services may do, from config alone: permission policies never see service
 * principals, and what an entity's author writes may not grant anything.
 */
export class GrantService {
  readonly #grants: Grant[];

  constructor(grants: Grant[]) {
    this.#grants = grants;
  }

  check(request: {
    subject: string;
    action: GrantAction;
    entityRef: string;
    channel?: Channel;
  }): GrantVerdict {
    const { subject, action, entityRef, channel } = request;
    const own = this.#grants.filter(
      grant => grant.subject === subject && grant.actions.includes(action),
    );
    if (own.length === 0) {
      return refused(
        'not-granted',
        `The service '${subject}' has no grant to ${action}.`,
      );
    }
    const named = own.filter(grant => covers(grant, entityRef));
    if (named.length === 0) {
      return refused(
        'entity-not-granted',
        `The grants of '${subject}' do not name '${entityRef}'.`,
      );
    }
    const matching = named.filter(
      grant => !channel || grant.channels.includes(channel),
    );
    if (matching.length === 0) {
      return refused(
        'channel-not-granted',
        `The grants of '${subject}' do not allow channel '${channel}' for '${entityRef}'.`,
      );
    }
    return {
      allowed: true,
      kinds: matching.some(grant => !grant.kinds)
        ? undefined
        : [...new Set(matching.flatMap(grant => grant.kinds ?? []))],
      madeAt: matching.some(grant => grant.madeAt),
    };
  }

  allows(request: {
    subject: string;
    entityRef: string;
    action: GrantAction;
  }): boolean {
    return this.check(request).allowed;
  }

  /** Whether any entity is granted at all. */
  allowsAny(request: { subject: string; action: GrantAction }): boolean {
    return this.#grants.some(
      grant =>
        grant.subject === request.subject &&
        grant.actions.includes(request.action),
    );
  }
}

function covers(grant: Grant, entityRef: string): boolean {
  return grant.entities.some(glob => matchesGlob(glob, entityRef));
}

function refused(code: string, reason: string): GrantVerdict {
  return {
    allowed: false,
    code,
    reason,
    remedy: 'Ask the portal’s operators for an entry in supplyChain.grants.',
  };
}
