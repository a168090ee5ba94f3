import {
  SignedArtifact,
  SignedAssessment,
  VerifyCheck,
} from '@hotpass/supply-chain-evidence';

const isFull = (name: 'sha256' | 'sha512', hex: string | undefined) =>
  hex?.length === { sha256: 64, sha512: 128 }[name];

/**
 * The checks of an assessment with its content compared with a file; an assessment by
 * itself is about no file. A full digest must be equal, and none that both state may
 * differ. Names do not matter.
 */
export function compareContent(
  { checks, content, state }: SignedAssessment,
  { digest }: SignedArtifact,
): VerifyCheck[] {
  if (state !== 'verified' || !content) return checks;
  const said =
    content.type === 'file'
      ? [{ sha256: content.sha256 }]
      : content.subjects.map(subject => subject.digest ?? {});
  const hit = said.some(one => {
    const equal = (['sha256', 'sha512'] as const)
      .filter(name => isFull(name, one[name]) && digest[name])
      .map(name => one[name]!.toLowerCase() === digest[name]);
    return equal.length > 0 && equal.every(Boolean);
  });
  const compared: VerifyCheck = hit
    ? { check: 'subject', state: 'passed', reason: 'It has its digest.' }
    : {
        check: 'subject',
        state: 'failed',
        reason:
          content.type === 'file'
            ? 'It signs another file than this one.'
            : `It speaks about ${said.length} subject${
                said.length === 1 ? '' : 's'
              }, and none has the digest of this artifact.`,
        remedy: 'Compare it with the artifact that it was made for.',
      };
  return checks.map(one => (one.check === 'subject' ? compared : one));
}
