import { Knex } from 'knex';
import { Refusal } from './RefusedError';
import { Submission } from './types';

/**
 * Whether the sender may send this kind; known once the bytes are read. A detached
 * signature can deny the release of what it is over, so it goes with that: it needs no
 * kind of its own where that document is evidence of the same release already and of a
 * kind that the sender may send.
 */
export async function checkKind(options: {
  tx: Knex;
  release: { subjectId: number; channel: string; version: string };
  kind: string;
  /** `sha256:<hex>` of what a detached signature is over. */
  signs: string | undefined;
  submission: Submission;
}): Promise<void> {
  const { kind, signs, submission } = options;
  const kinds: string[] | undefined = submission.permitted?.kinds;
  if (!kinds || kinds.includes(kind)) return;
  const isSignature = kind === 'signature';
  if (isSignature && signs !== undefined) {
    const over = await findKinds({ ...options, signs });
    if (over.length > 0 && over.every(one => kinds.includes(one))) return;
  }
  const where =
    submission.principal.type === 'pipeline'
      ? 'its mapping in supplyChain.pipelines.mappings'
      : 'supplyChain.grants';
  const may = `which '${submission.principal.ref}' may not send`;
  throw new Refusal({
    code: 'kind-not-granted',
    status: 403,
    ...(isSignature
      ? {
          reason: `The document is a signature, ${may} unless it may send what was signed, and that is evidence of the release already.`,
          remedy: `Send the document before its signature, or ask the portal’s operators for the kind 'signature' in ${where}.`,
        }
      : {
          reason: `The document is of kind '${kind}', ${may}.`,
          remedy: `Ask the portal’s operators for that kind in ${where}.`,
        }),
  });
}

/** What the signed file counts as in the release; as several where it was sent so. */
async function findKinds(options: {
  tx: Knex;
  release: { subjectId: number; channel: string; version: string };
  signs: string;
}): Promise<string[]> {
  const { tx, release, signs } = options;
  return tx('evidence as e')
    .join('release as r', 'r.id', 'e.release_id')
    .where({
      'r.subject_id': release.subjectId,
      'r.channel': release.channel,
      'r.version': release.version,
      'e.sha256': signs.replace('sha256:', ''),
    })
    .whereNull('e.withdrawn_at')
    .distinct()
    .pluck('e.kind');
}
