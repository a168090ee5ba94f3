import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import {
  MirrorClaim,
  MirrorOutcome,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { LAYOUT } from '../render/renderSite';

const AT_ONCE = 4;
// After so many it is asked anew what is due: new evidence goes before a changed class
const BATCH = 200;
const RENEW_MS = 10_000;

/** What the task needs of the backend. */
export interface MirrorWork {
  listDue(target: { target: string; layout: string }): Promise<string[]>;
  claim(
    target: { target: string; layout: string },
    entityRef: string,
  ): Promise<MirrorClaim | undefined>;
  renew(claimId: string): Promise<void>;
  settle(claimId: string, result: MirrorOutcome): Promise<void>;
}

/**
 * Publishes what is due. Claims keep two publishers apart, also of two hosts; a
 * claim that ran out because its holder was killed makes the site due again.
 */
export class MirrorTask {
  readonly #client: MirrorWork;
  readonly #target: () => Promise<string>;
  readonly #publish: (claim: MirrorClaim) => Promise<MirrorOutcome>;
  readonly #logger: LoggerService;

  constructor(options: {
    client: MirrorWork;
    target: () => Promise<string>;
    publisher: { publish(claim: MirrorClaim): Promise<MirrorOutcome> };
    logger: LoggerService;
  }) {
    this.#client = options.client;
    this.#target = options.target;
    this.#publish = claim => options.publisher.publish(claim);
    this.#logger = options.logger;
  }

  /** What is due, a few sites at a time, until nothing is or the turn is over. */
  async run(signal?: AbortSignal): Promise<void> {
    const target = { target: await this.#target(), layout: LAYOUT };
    let isMore = true;
    while (isMore && !signal?.aborted) {
      const due = await this.#client.listDue(target);
      const done = await this.#batch(target, due.slice(0, BATCH), signal);
      // What others hold all of is theirs
      isMore = due.length > BATCH && done > 0;
    }
  }

  /** How many of them could be claimed. */
  async #batch(
    target: { target: string; layout: string },
    entityRefs: string[],
    signal?: AbortSignal,
  ): Promise<number> {
    const next = entityRefs[Symbol.iterator]();
    let done = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const entityRef of next) {
          if (signal?.aborted) return;
          if (await this.#one(target, entityRef)) done += 1;
        }
      }),
    );
    return done;
  }

  /** One entity at once, when it is known to have changed. */
  async publish(entityRef: string): Promise<void> {
    const target = { target: await this.#target(), layout: LAYOUT };
    await this.#one(target, entityRef);
  }

  async #one(
    target: { target: string; layout: string },
    entityRef: string,
  ): Promise<boolean> {
    const claim = await this.#client.claim(target, entityRef);
    if (!claim) return false;
    const renewal = setInterval(() => {
      this.#client.renew(claim.id).catch(error => {
        this.#logger.warn(`The claim on ${entityRef} was not renewed`, error);
      });
    }, RENEW_MS);
    let result: MirrorOutcome = { outcome: 'failed' };
    try {
      result = await this.#publish(claim);
    } catch (error) {
      // Tried again by itself, later and later; the entity's page says it is publishing
      this.#logger.error(
        'A site was not published',
        new ForwardedError(
          `Evidence of ${entityRef} is not in TechDocs`,
          error,
        ),
      );
    } finally {
      clearInterval(renewal);
    }
    await this.#client.settle(claim.id, result);
    return true;
  }
}
