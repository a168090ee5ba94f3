import { X509Certificate } from '@sigstore/core';
import { EvidenceError } from '../model/EvidenceError';

/** Bytes of a signature with its certificates; the largest RSA signature is a small part. */
export const MAX_SIGNATURE = 64 * 1024;

/** Whether a signature is written as base64, in one line or several. */
export function isBase64(file: Uint8Array): boolean {
  const text = Buffer.from(file).toString('latin1').trim();
  return /^[A-Za-z0-9+/\r\n]+={0,2}$/.test(text);
}

/** Base64 as `cosign` writes it, or the bytes themselves. @throws EvidenceError */
export function readSignature(file: Uint8Array): Uint8Array {
  const text = Buffer.from(file).toString('latin1').trim();
  if (text === '' || file.length > MAX_SIGNATURE) {
    throw unreadable('This is no signature.');
  }
  return isBase64(file) ? Buffer.from(text, 'base64') : file;
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

function unreadable(message: string): EvidenceError {
  return new EvidenceError('unreadable', message, {
    remedy: 'Send what the signing tool wrote.',
  });
}
