import { isUtf8 } from 'node:buffer';
import { armourOf, splitSignature } from '../formats/signature';
import { EvidenceError } from '../model/EvidenceError';
import {
  isBase64,
  MAX_SIGNATURE,
  readCertificate,
  readSignature,
} from '../verify/signatureFile';
import type { Recognition } from './Recognition';

/**
 * Bytes that the sender calls a signature, and that have no structure to tell: checked
 * as far as that goes, so that nothing else is kept under this name.
 *
 * @throws EvidenceError for what is none
 * @internal
 */
export function recogniseSignature(bytes: Uint8Array): Recognition {
  if (bytes.length > MAX_SIGNATURE) {
    throw new EvidenceError(
      'too-large',
      `It has ${bytes.length} bytes, and a signature with its certificate at most ${MAX_SIGNATURE}.`,
      { remedy: 'Send the signature, and not the file that it is over.' },
    );
  }
  const { signature, certificate } = splitSignature(bytes);
  if (certificate && signature.length === 0) {
    throw new EvidenceError(
      'unreadable',
      'It is a certificate, and the signature that it belongs to is not there.',
      { line: 1, remedy: 'Send the signature with the certificate behind it.' },
    );
  }
  const written = armourOf(signature) ?? formOf(signature);
  if (certificate) {
    try {
      readCertificate(certificate);
    } catch (error) {
      throw placed(error, lineAt(bytes, signature.length));
    }
  }
  return {
    fact: {
      state: 'recognised',
      format: 'detached-signature',
      mediaType: 'application/octet-stream',
      kind: 'signature',
      detectedBy: `the sender's word; ${written}${
        certificate ? ' and a certificate' : ''
      }`,
    },
    defects: [],
    defectCount: 0,
  };
}

function formOf(signature: Uint8Array): string {
  readSignature(signature);
  if (isBase64(signature)) return 'base64';
  // Whoever signs writes base64 or bytes; any other text is something else
  if (isUtf8(signature) && !hasControls(signature)) {
    throw new EvidenceError(
      'unreadable',
      'It is called a signature, and is a text that is none.',
      { line: 1, remedy: 'Send the signature as the signing tool wrote it.' },
    );
  }
  return 'bytes';
}

function hasControls(bytes: Uint8Array): boolean {
  return bytes.some(
    byte => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d,
  );
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let at = 0; at < end; at++) if (bytes[at] === 0x0a) line += 1;
  return line;
}

function placed(error: unknown, line: number): unknown {
  if (!(error instanceof EvidenceError)) return error;
  const { code, message, remedy } = error;
  return new EvidenceError(code, message, { line, remedy });
}
