/** One thing that is wrong with a trust policy. @public */
export interface TrustPolicyProblem {
  /** RFC 6901 pointer to the place. */
  pointer: string;
  /** One sentence. */
  message: string;
  /** One sentence: what to do. */
  remedy: string;
}

const SHOWN = 5;

/**
 * A trust policy that is refused, with everything that is wrong with it. `name` is
 * stable: compare by it across packages.
 *
 * @public
 */
export class TrustPolicyError extends Error {
  /** The same in every copy of this package. */
  readonly name = 'TrustPolicyError';
  /** In the order of the document; at least one. */
  readonly problems: TrustPolicyProblem[];

  constructor(problems: TrustPolicyProblem[]) {
    const shown = problems
      .slice(0, SHOWN)
      .map(one => `${one.pointer || '/'}: ${one.message} ${one.remedy}`);
    const more = problems.length - shown.length;
    super(
      `The trust policy is refused. ${shown.join(' ')}${
        more > 0 ? ` And ${more} more.` : ''
      }`,
    );
    this.problems = problems;
  }
}
