import { PolicyErrorCode } from './types';

/**
 * A policy that cannot be used, or a judgement that could not be made. `name` is
 * stable: compare by it across packages.
 *
 * @public
 */
export class PolicyError extends Error {
  /** The same in every copy of this package. */
  readonly name = 'PolicyError';
  /** What is wrong, for programs. */
  readonly code: PolicyErrorCode;

  constructor(code: PolicyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
