import { IntakeResult, RefusalReason, Submission } from './types';

const later = { status: 429, remedy: 'Send it again in a few seconds.' };

/** An arrival being worked on. */
export interface InFlight {
  result: IntakeResult;
  /** `performance.now()` of its begin. */
  readonly started: number;
  /** Set once it is recorded. */
  releaseId?: number;
  /** It was answered before it was done. */
  late?: boolean;
  /** It has failed, and its refusal is being written. */
  failing?: boolean;
}

/**
 * How many arrivals are worked on at once: of all senders, so that memory and disk
 * are bounded, and of each, so that none can keep the others out.
 */
export class IntakeSlots {
  readonly #inFlight = new Map<string, InFlight & { sender: string }>();
  readonly #all: number;
  readonly #perPrincipal: number;

  constructor(options: {
    maxConcurrentIntakes: number;
    maxConcurrentIntakesPerPrincipal: number;
  }) {
    this.#all = options.maxConcurrentIntakes;
    this.#perPrincipal = options.maxConcurrentIntakesPerPrincipal;
  }

  get size(): number {
    return this.#inFlight.size;
  }

  find(uid: string): InFlight | undefined {
    return this.#inFlight.get(uid);
  }

  /** A slot, or why there is none. */
  take(
    uid: string,
    submission: Submission,
  ): { intake: InFlight } | { busy: RefusalReason } {
    const { principal } = submission;
    const sender = `${principal.type} ${principal.ref}`;
    const own = [...this.#inFlight.values()].filter(
      intake => intake.sender === sender,
    ).length;
    if (this.size >= this.#all) {
      const reason = `The portal is taking in ${this.size} other documents.`;
      return { busy: { code: 'busy', reason, ...later } };
    }
    if (own >= this.#perPrincipal) {
      const reason = `The portal is taking in ${own} other documents of yours.`;
      return { busy: { code: 'sender-busy', reason, ...later } };
    }
    const result = processing(uid, submission);
    const intake = { result, sender, started: performance.now() };
    this.#inFlight.set(uid, intake);
    return { intake };
  }

  free(uid: string): void {
    this.#inFlight.delete(uid);
  }
}

function processing(uid: string, submission: Submission): IntakeResult {
  return {
    uid,
    status: 'processing',
    at: new Date(),
    entityRef: submission.entityRef.toLowerCase(),
    principalRef: submission.principal.ref,
    judged: false,
  };
}
