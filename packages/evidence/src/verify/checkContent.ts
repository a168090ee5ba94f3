import { fullDigests } from '../facts/matchOutputs';
import { ResourceDescriptor } from '../model/ReadDocument';
import { CheckFailed, CheckList } from './CheckList';
import { statementOf } from './statementOf';
import { SignedArtifact, Signer } from './types';

/** Check 7: the signed bytes are the statement that their type says they are. */
export function checkPayload(
  list: CheckList,
  payload: { type: string; bytes: Uint8Array },
): ResourceDescriptor[] {
  const { predicateType, subjects } = statementOf(payload);
  list.note('payload', 'passed', `A statement of ${predicateType}.`);
  return subjects;
}

/**
 * Check 8: one subject has a full digest of the artifact, and none that both state
 * differs. Names do not matter. Design section 4.
 */
export function checkSubject(
  list: CheckList,
  subjects: ResourceDescriptor[],
  artifact: SignedArtifact | undefined,
): void {
  if (!artifact) {
    list.note('subject', 'not-made', 'No artifact was given to compare with.');
    return;
  }
  const own = fullDigests(artifact.digest);
  const hit = subjects.find(({ digest }) => {
    const said = fullDigests(digest);
    const equal = (['sha256', 'sha512'] as const)
      .filter(algorithm => own[algorithm] && said[algorithm])
      .map(algorithm => own[algorithm] === said[algorithm]);
    return equal.length > 0 && equal.every(Boolean);
  });
  if (!hit) {
    throw new CheckFailed(
      'subject',
      `It speaks about ${subjects.length} subject${
        subjects.length === 1 ? '' : 's'
      }, and none has the digest of this artifact.`,
      'Compare it with the artifact that it was made for.',
    );
  }
  list.note(
    'subject',
    'passed',
    `It speaks about ${hit.name ?? 'this artifact'}.`,
  );
}

/** Check 8 of a signature over a file's own bytes. */
export function checkFile(
  list: CheckList,
  signed: Uint8Array | undefined,
  artifact: SignedArtifact | undefined,
): void {
  const hex = signed && Buffer.from(signed).toString('hex');
  if (hex !== undefined && hex !== fullDigests(artifact?.digest ?? {}).sha256) {
    throw new CheckFailed(
      'subject',
      'It signs another file.',
      'Compare it with the file that it was made for.',
    );
  }
  list.note(
    'subject',
    'passed',
    hex
      ? `The file with SHA-256 ${hex} was signed.`
      : 'The file at hand was signed.',
  );
}

/** Check 9: exactly this identity, vouched for by exactly this issuer. Never a pattern. */
export function checkIdentity(
  list: CheckList,
  signer: Signer,
  expected: { identity: string; issuer: string } | undefined,
): void {
  if (signer.type === 'key') {
    list.note('identity', 'passed', `Signed with the key ${signer.keyId}.`);
    return;
  }
  if (!expected) {
    list.note('identity', 'not-made', 'No identity was asked for.');
    return;
  }
  for (const part of ['identity', 'issuer'] as const) {
    if (signer[part] === expected[part]) continue;
    throw new CheckFailed(
      'identity',
      `The ${part} is '${signer[part]}', not '${expected[part]}'.`,
      'Find out who signed this before you believe it.',
    );
  }
  list.note('identity', 'passed', `Signed by ${signer.identity}.`);
}
