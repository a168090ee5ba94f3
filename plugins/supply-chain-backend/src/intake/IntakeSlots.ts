import { IntakeResult, RefusalReason, Submission } from './types';

const later = { status: 429, remedy: 'Send it again in a few seconds.' };

/** An arrival being worked on. */
export interface InFlight {
  result: IntakeResult;
  /** `performance.now()` of its begin. */
  readonly started: number;
  /** Set once it is recorded. */
  releaseId?: number;
  /** It was answered before it was done, or is about to be. */
  late?: boolean;
  /** Resolves when others may ask for it; false where they cannot. */
  promised?: Promise<boolean>;
  /** It has failed, and its refusal is being written. */
  failing?: boolean;
}

/**
 * How many arrivals are worked on at once: of all senders, so that memory and disk
 * are bounded, and of each, so that none can keep the others out.
 */
export class IntakeSlots {
  readonly #inFlight = new Map<
    string,
    InFlight & { sender: string; entityRef: string }
  >();
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

  /** Of these entities. */
  sizeOf(entityRefs: ReadonlySet<string>): number {
    return [...this.#inFlight.values()].filter(({ entityRef }) =>
      entityRefs.has(entityRef),
    ).length;
  }

  find(uid: string): InFlight | undefined {
    return this.#inFlight.get(uid);
  }

  /** A slot, or why there is none. */
  take(
    uid: string,
    submission: Submission,
  ): { intake: InFlight } | { busy: RefusalReason } {
    const sender = senderOf(submission);
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
    const entityRef = submission.entityRef.toLowerCase();
    const started = performance.now();
    const intake = { result, sender, entityRef, started };
    this.#inFlight.set(uid, intake);
    return { intake };
  }

  free(uid: string): void {
    this.#inFlight.delete(uid);
  }
}

/** What a pipeline's branches send must not keep its releases out. */
function senderOf({ principal, channel = 'release' }: Submission): string {
  const { type, ref } = principal;
  return type === 'pipeline' ? `${type} ${ref} ${channel}` : `${type} ${ref}`;
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
