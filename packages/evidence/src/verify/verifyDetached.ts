import { createPublicKey, KeyObject, PublicKeyInput } from 'node:crypto';
import { X509Certificate } from '@sigstore/core';
import { checkIdentity } from './checkContent';
import { CheckFailed, CheckList } from './CheckList';
import { couldHaveSigned } from './couldHaveSigned';
import { VerifyKey } from './readKey';
import { needsFile } from './toEntity';
import { SignedArtifact, Signer } from './types';
import { VerifyOptions } from './verifySigned';

/** A signature beside the file that it is over. */
export interface OpenedDetached {
  signature: Uint8Array;
  certificate?: X509Certificate;
  /** The file, or its SHA-256. */
  artifact: SignedArtifact & { digest: { sha256: string } };
}

/**
 * A signature beside its file, against public keys; inside of `list.run`. With a
 * certificate it never holds: nothing beside the file tells when it was signed, and
 * the certificate was valid for minutes. It is wrong only where the file shows that the
 * certificate's own key did not make it in any way; else nothing was found wrong, and it
 * does not suffice.
 */
export function verifyOpenedDetached(
  { signature, certificate, artifact }: OpenedDetached,
  options: VerifyOptions,
  list: CheckList,
) {
  const key = options.keys.find(one => holds(one, artifact, signature));
  if (key) list.signer = { type: 'key', keyId: key.id };
  list.note('format', 'passed', 'A signature beside its file.');
  if (certificate) {
    if (isOfAnother(certificate, artifact, signature)) {
      throw new CheckFailed(
        'signature',
        'The signature does not fit this file with the key of its certificate.',
        'Send what the signer wrote, byte for byte.',
      );
    }
    throw new CheckFailed(
      'time',
      `It has no trusted time, and its certificate was valid only from ${certificate.notBefore.toISOString()} to ${certificate.notAfter.toISOString()}.`,
      'Sign it as a Sigstore bundle, which has the time in it.',
      true,
    );
  }
  for (const check of ['time', 'log'] as const) {
    if ((options.require?.[check] ?? 0) > 0) {
      throw new CheckFailed(
        check,
        'A signature beside its file has neither a trusted time nor a log entry.',
        'Sign it as a Sigstore bundle.',
      );
    }
    list.note(check, 'absent');
  }
  list.note('sct', 'absent', 'Only certificates have any.');
  if (!key) {
    if (!artifact.bytes && options.keys.some(one => !one.verifyDigest)) {
      throw needsFile();
    }
    throw new CheckFailed(
      'signature',
      'The signature fits this file with none of the keys.',
      'Send what the signer wrote, byte for byte, and check that the key is theirs.',
    );
  }
  const signer: Signer = { type: 'key', keyId: key.id };
  list.note('signer', 'passed', `The key ${key.id} is known.`);
  list.note('signature', 'passed');
  list.note('payload', 'absent', 'It signs a file itself.');
  list.note(
    'subject',
    'passed',
    `The file with SHA-256 ${artifact.digest.sha256} was signed.`,
  );
  checkIdentity(list, signer, undefined);
  return { signer };
}

/**
 * Whether it can be told, and told that the certificate's key did not sign this: with the
 * digest alone a signature over another digest of the same file looks no different.
 */
function isOfAnother(
  certificate: X509Certificate,
  { bytes }: OpenedDetached['artifact'],
  signature: Uint8Array,
): boolean {
  if (!bytes) return false;
  let key: KeyObject;
  try {
    const spki = { key: certificate.publicKey, format: 'der', type: 'spki' };
    key = createPublicKey(spki as PublicKeyInput);
  } catch {
    return false;
  }
  return !couldHaveSigned(key, bytes, signature);
}

function holds(
  key: VerifyKey,
  { bytes, digest }: OpenedDetached['artifact'],
  signature: Uint8Array,
): boolean {
  try {
    return bytes
      ? key.verify(bytes, signature)
      : key.verifyDigest?.(Buffer.from(digest.sha256, 'hex'), signature) ??
          false;
  } catch {
    return false;
  }
}
