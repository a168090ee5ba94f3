import { statementOf } from '../verify/statementOf';
import { Verification } from '../verify/types';
import { SignedContent } from './SignedAssessment';
import { SignedDocument } from './SignedDocument';

/** What was signed; of a statement only the bytes that were verified are read. */
export function contentOf(
  { sha256 }: SignedDocument,
  { state, payload }: Verification,
): SignedContent | undefined {
  if (state !== 'verified') return undefined;
  if (payload) return { type: 'statement', ...statementOf(payload) };
  return sha256 === undefined ? undefined : { type: 'file', sha256 };
}
