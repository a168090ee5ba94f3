import { CustomErrorBase } from '@backstage/errors';
import { RefusalReason } from './types';

const NAMES: Record<number, string> = {
  400: 'InputError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  503: 'ServiceUnavailableError',
};

/**
 * An arrival that was turned away. Its fields go into the answer as they are;
 * `name` is that of `@backstage/errors` where there is one for the status, so that
 * clients compare as they are used to.
 */
export class RefusedError extends CustomErrorBase {
  readonly statusCode: number;
  readonly code: string;
  readonly pointer?: string;
  readonly line?: number;
  readonly remedy?: string;
  readonly refusalId?: string;
  /** For 429 and 503. */
  readonly retryAfterSeconds?: number;

  constructor(reason: RefusalReason, refusalId?: string) {
    super(reason.remedy ? `${reason.reason} ${reason.remedy}` : reason.reason);
    this.name = NAMES[reason.status] ?? 'RefusedError';
    this.statusCode = reason.status;
    this.code = reason.code;
    this.pointer = reason.pointer;
    this.line = reason.line;
    this.remedy = reason.remedy;
    this.refusalId = refusalId;
    if (reason.status === 429 || reason.status === 503) {
      this.retryAfterSeconds = reason.retryAfterSeconds ?? 5;
    }
  }
}

/** A reason on its way to become a refusal row. */
export class Refusal extends Error {
  readonly name = 'Refusal';
  readonly why: RefusalReason;

  constructor(why: RefusalReason) {
    super(why.reason);
    this.why = why;
  }
}
