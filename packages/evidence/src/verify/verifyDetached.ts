import { X509Certificate } from '@sigstore/core';
import { EvidenceError } from '../model/EvidenceError';
import { checkIdentity } from './checkContent';
import { CheckFailed, CheckList } from './CheckList';
import { VerifyKey } from './readKey';
import { needsFile } from './toEntity';
import { SignedArtifact, Signer } from './types';
import { VerifyOptions } from './verifySigned';

/** The largest RSA signature in base64 is a small part of that. */
const MAX_SIGNATURE = 64 * 1024;

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
 * the certificate was valid for minutes.
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
    throw new CheckFailed(
      'time',
      `It has no trusted time, and its certificate was valid only from ${certificate.notBefore.toISOString()} to ${certificate.notAfter.toISOString()}.`,
      'Sign it as a Sigstore bundle, which has the time in it.',
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

/** Base64 as `cosign` writes it, or the bytes themselves. @throws EvidenceError */
export function readSignature(file: Uint8Array): Uint8Array {
  const text = Buffer.from(file).toString('latin1').trim();
  if (text === '' || file.length > MAX_SIGNATURE) {
    throw unreadable('This is no signature.');
  }
  return /^[A-Za-z0-9+/\s]+={0,2}$/.test(text)
    ? Buffer.from(text, 'base64')
    : file;
}

/**
 * The first certificate of a PEM file, or of base64 of one. Those behind it are not
 * looked at: authorities are the trusted root's to name.
 *
 * @throws EvidenceError where there is none
 */
export function readCertificate(file: Uint8Array): X509Certificate {
  const text = Buffer.from(file).toString('latin1').trim();
  const pem = text.startsWith('-----')
    ? text
    : Buffer.from(text, 'base64').toString('latin1');
  const [, body] =
    /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(
      pem,
    ) ?? [];
  try {
    const certificate = X509Certificate.parse(
      Buffer.from(body ?? '', 'base64'),
    );
    // Read lazily: what is none is only found out when it is asked for something
    certificate.notBefore.toISOString();
    certificate.notAfter.toISOString();
    return certificate;
  } catch {
    throw unreadable('This is no certificate in PEM.');
  }
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

function unreadable(message: string): EvidenceError {
  return new EvidenceError('unreadable', message, {
    remedy: 'Send what the signing tool wrote.',
  });
}
