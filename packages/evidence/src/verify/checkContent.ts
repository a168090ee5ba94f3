import { fullDigests } from '../facts/matchOutputs';
import { readStatement } from '../formats/intoto';
import { isObject, parseJson, withDefaultLimits } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { ResourceDescriptor } from '../model/ReadDocument';
import { CheckFailed, CheckList } from './CheckList';
import { SignedArtifact, Signer } from './types';

const IN_TOTO = 'application/vnd.in-toto+json';

/** Check 7: the signed bytes are the statement that their type says they are. */
export function checkPayload(
  list: CheckList,
  payload: { type: string; bytes: Uint8Array },
): ResourceDescriptor[] {
  const wrong = (message: string) =>
    new CheckFailed(
      'payload',
      message,
      'Sign an in-toto statement, and let the signing tool name its type.',
    );
  if (payload.type !== IN_TOTO) {
    throw wrong(`The payload is called '${payload.type}', not ${IN_TOTO}.`);
  }
  try {
    const parsed = parseJson(payload.bytes, withDefaultLimits({}));
    const { value, ambiguities } = parsed;
    if (!isObject(value)) throw wrong('The payload is no JSON object.');
    if (ambiguities.length > 0) {
      throw wrong(
        `Two readers would see two payloads: ${ambiguities[0].message}`,
      );
    }
    const { parts, defects } = readStatement(value);
    const error = defects.find(({ level }) => level === 'error');
    if (error) throw wrong(`The payload is no statement: ${error.message}`);
    list.note('payload', 'passed', `A statement of ${parts.predicateType}.`);
    return parts.subjects;
  } catch (error) {
    if (error instanceof EvidenceError) throw wrong(error.message);
    throw error;
  }
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
