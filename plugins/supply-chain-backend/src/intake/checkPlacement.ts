import { Refusal } from './RefusedError';
import { Submission } from './types';

/** The kind is known once the bytes are read. */
export function checkKind(kind: string, submission: Submission): void {
  const kinds: string[] | undefined = submission.permitted?.kinds;
  if (!kinds || kinds.includes(kind)) return;
  // It says nothing of its own, and counts only for who a trust line names
  if (kind === 'signature') return;
  throw new Refusal({
    code: 'kind-not-granted',
    status: 403,
    reason: `The document is of kind '${kind}', which '${submission.principal.ref}' may not send.`,
    remedy: `Ask the portal’s operators for that kind in ${
      submission.principal.type === 'pipeline'
        ? 'its mapping in supplyChain.pipelines.mappings'
        : 'supplyChain.grants'
    }.`,
  });
}

export function checkVersion(version: string): void {
  const clean = version.trim() === version && version.length <= 200;
  // eslint-disable-next-line no-control-regex
  if (version && clean && !/[\u0000-\u001f\u007f]/.test(version)) return;
  throw new Refusal({
    code: 'bad-version',
    status: 400,
    reason:
      'The release must be 1 to 200 characters without spaces around or control characters.',
  });
}
