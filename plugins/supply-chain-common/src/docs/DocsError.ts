import { CustomErrorBase } from '@backstage/errors';

/**
 * Docs that were answered and cannot be looked through; its message is one sentence.
 *
 * @public
 */
export class DocsError extends CustomErrorBase {
  /** To be compared, for classes of two packages differ. */
  name = 'DocsError' as const;
}
