import { Knex } from 'knex';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import {
  Allowance,
  findUsedUp,
  Reached,
  takeUsage,
} from '../database/operations/usage/takeUsage';
import { Refusal } from './RefusedError';
import { Submission } from './types';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Limit = Allowance & {
  code: 'sender-rate' | 'entity-rate' | 'sender-quota' | 'entity-quota';
  /** What is full, as a sentence. */
  reason: string;
};

/**
 * How often and how much may be sent, by one sender and for one entity, so that
 * neither a runaway job nor a leaked token fills the disk or keeps the threads busy.
 * Reading is not counted. Collectors are the portal itself: it fetches when it wants,
 * so nothing counts how often, and what a repository holds is counted apart from what
 * is sent, or its author could stop a pipeline. Days are those of UTC.
 */
export class SendingLimits {
  readonly #database: Knex;
  readonly #config: Pick<SupplyChainConfig['limits'], 'rate' | 'dailyBytes'>;

  constructor(options: {
    database: Knex;
    limits: SupplyChainConfig['limits'];
  }) {
    this.#database = options.database;
    this.#config = options.limits;
  }

  /** Before the bytes: counts one document, and wants room for a byte more. */
  async begin(submission: Submission): Promise<void> {
    const now = Date.now();
    const tx = this.#database;
    refuse(
      await findUsedUp({ tx, allowances: this.#bytes(submission), now }),
      now,
    );
    const allowances = this.#documents(submission);
    refuse(await takeUsage({ tx, allowances, amount: 1, now }), now);
  }

  /** Once the size is known. What the entity has already, in any release, is free. */
  async keep(
    submission: Submission,
    received: { sha256: string; size: number },
  ): Promise<void> {
    const tx = this.#database;
    const known = await tx('evidence as e')
      .join('release as r', 'r.id', 'e.release_id')
      .join('subject as s', 's.id', 'r.subject_id')
      .where('e.sha256', received.sha256)
      .where('s.entity_ref', submission.entityRef.toLowerCase())
      .first('e.id');
    if (known) return;
    const now = Date.now();
    const allowances = this.#bytes(submission);
    const amount = received.size;
    refuse(await takeUsage({ tx, allowances, amount, now }), now);
  }

  #documents(submission: Submission): Limit[] {
    const { principal, entityRef, via } = submission;
    if (via === 'collector') return [];
    const { perPrincipal, perEntity } = this.#config.rate;
    return [
      {
        code: 'sender-rate',
        counter: `documents ${principal.type} ${principal.ref} ${channelOf(
          submission,
        )}`,
        spanMs: MINUTE,
        limit: perPrincipal,
        reason: `'${principal.ref}' has sent ${perPrincipal} documents this minute, which is all that one sender may.`,
      },
      {
        code: 'entity-rate',
        counter: `documents for ${entityRef.toLowerCase()} ${channelOf(
          submission,
        )}`,
        spanMs: MINUTE,
        limit: perEntity,
        reason: `'${entityRef}' was sent ${perEntity} documents this minute, which is all that one entity may be sent.`,
      },
    ];
  }

  #bytes(submission: Submission): Limit[] {
    const { principal, entityRef, via } = submission;
    const channel = channelOf(submission);
    const { perPrincipal, perEntity } = this.#config.dailyBytes;
    const isCollected = via === 'collector';
    const ofEntity: Limit = {
      code: 'entity-quota',
      counter: `bytes ${
        isCollected ? 'collected' : 'sent'
      } for ${entityRef.toLowerCase()} ${channel}`,
      spanMs: DAY,
      limit: perEntity,
      reason: `There is no room left for this document in the ${perEntity} bytes that may be ${
        isCollected ? 'collected' : 'sent'
      } for '${entityRef}' in a day.`,
    };
    if (isCollected) return [ofEntity];
    return [
      {
        code: 'sender-quota',
        counter: `bytes ${principal.type} ${principal.ref} ${channel}`,
        spanMs: DAY,
        limit: perPrincipal,
        reason: `There is no room left for this document in the ${perPrincipal} bytes that '${principal.ref}' may send in a day.`,
      },
      ofEntity,
    ];
  }
}

/** Counted apart: what pull requests send must not use up what a release may. */
function channelOf({ channel = 'release' }: Submission): string {
  return channel;
}

function refuse(reached: Reached<Limit> | undefined, now: number): void {
  if (!reached) return;
  const { allowance, endsAt } = reached;
  const again = new Date(endsAt).toISOString();
  throw new Refusal({
    code: allowance.code,
    status: 429,
    reason: allowance.reason,
    remedy: `Send it again after ${again}; if that is not enough, the portal’s operators may raise supplyChain.limits.${
      allowance.spanMs === DAY ? 'dailyBytes' : 'rate'
    }.`,
    retryAfterSeconds: Math.max(1, Math.ceil((endsAt - now) / 1000)),
  });
}
