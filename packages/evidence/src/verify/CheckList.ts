import { Signer, Verification, VerifyCheck, VerifyCheckName } from './types';

const ORDER: VerifyCheckName[] = [
  'format',
  'time',
  'signer',
  'sct',
  'log',
  'signature',
  'payload',
  'subject',
  'identity',
];

/** A check that failed; ends the verification. */
export class CheckFailed extends Error {
  constructor(
    readonly check: VerifyCheckName,
    message: string,
    readonly remedy: string,
    /** What is here does not suffice to check it; it was not found to be wrong. */
    readonly undecided = false,
  ) {
    super(message);
  }
}

/** The checks as they are made. What was never noted was not made. */
export class CheckList {
  readonly #noted = new Map<VerifyCheckName, VerifyCheck>();
  /** The check that failed, once one has. */
  failure?: CheckFailed;
  /** The key that was found to have signed, whatever else is wrong. */
  signer?: Signer;

  note(
    check: VerifyCheckName,
    state: VerifyCheck['state'],
    reason?: string,
  ): void {
    this.#noted.set(check, { check, state, reason });
  }

  /** Runs the checks; one that fails ends them and is noted. */
  run(
    make: () => Omit<Verification, 'state' | 'checks' | 'times'> & {
      times?: string[];
    },
  ): Verification {
    try {
      const found = make();
      return { times: [], ...found, state: 'verified', checks: this.all() };
    } catch (error) {
      if (!(error instanceof CheckFailed)) throw error;
      this.failure = error;
      const { check, message, remedy } = error;
      this.#noted.set(check, {
        check,
        state: 'failed',
        reason: message,
        remedy,
      });
      return { state: 'failed', checks: this.all(), times: [] };
    }
  }

  /** All checks, in their order. */
  all(): VerifyCheck[] {
    return ORDER.map(
      check => this.#noted.get(check) ?? { check, state: 'not-made' },
    );
  }
}
