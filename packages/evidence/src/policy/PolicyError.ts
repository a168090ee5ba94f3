import { PolicyErrorCode } from './types';

/**
 * A policy that cannot be used, or a judgement that could not be made. `name` is
 * stable: compare by it across packages.
 *
 * @public
 */
export class PolicyError extends Error {
  readonly name = 'PolicyError';
  readonly code: PolicyErrorCode;

  constructor(code: PolicyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
