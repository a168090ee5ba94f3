import { CustomErrorBase } from '@backstage/errors';

const NAMES = {
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  503: 'ServiceUnavailableError',
} as const;

/**
 * Why a pipeline is turned away. Never has a cause: what `jose` throws carries the
 * token's payload.
 */
export class PipelineError extends CustomErrorBase {
  readonly statusCode: keyof typeof NAMES;
  readonly code: string;
  readonly retryAfterSeconds?: number;

  constructor(options: {
    status: keyof typeof NAMES;
    code: string;
    message: string;
    retryAfterSeconds?: number;
  }) {
    super(options.message);
    this.name = NAMES[options.status];
    this.statusCode = options.status;
    this.code = options.code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
