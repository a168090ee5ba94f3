import { openEnvelope } from '../formats/dsse';
import { JsonObject, objectAt, stringAt } from '../json';
import { toEntity } from '../verify/toEntity';
import { SignedArtifact } from '../verify/types';
import { verifyOpened } from '../verify/verifyBundle';
import { verifyOpenedEnvelope } from '../verify/verifyEnvelope';
import { SignedDocument } from './SignedDocument';

/**
 * A DSSE envelope, which only keys sign.
 *
 * @throws EvidenceError where it cannot be opened
 */
export function openDsse(envelope: JsonObject): SignedDocument {
  const opened = openEnvelope(envelope);
  return {
    hints: opened.signatures.flatMap(({ keyid }) => keyid ?? []),
    verify: (options, list) =>
      list.run(() => verifyOpenedEnvelope(opened, options, list)),
  };
}

/**
 * A Sigstore bundle. One over a file is checked over the file where that is given, else
 * over the digest that it names.
 *
 * @throws CheckFailed where it is none
 */
export function openBundle(
  json: JsonObject,
  file?: SignedArtifact,
): SignedDocument {
  const isOfFile = objectAt(json, 'messageSignature') !== undefined;
  const sha256 = file?.digest.sha256 ?? fileDigest(json);
  const given = isOfFile && sha256 !== undefined;
  const artifact = given ? { ...file, digest: { sha256 } } : undefined;
  const opened = toEntity(json, artifact);
  const { key } = opened.entity;
  return {
    ...(key.$case === 'certificate' && { certificate: key.certificate }),
    hints: key.$case === 'public-key' && key.hint ? [key.hint] : [],
    ...(given && { sha256 }),
    verify: (options, list) =>
      list.run(() => verifyOpened(opened, { ...options, artifact }, list)),
  };
}

function fileDigest(json: JsonObject): string | undefined {
  const signature = objectAt(json, 'messageSignature');
  const digest = stringAt(objectAt(signature, 'messageDigest'), 'digest');
  return digest && Buffer.from(digest, 'base64').toString('hex');
}
