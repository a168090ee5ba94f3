import { createHash, X509Certificate } from 'node:crypto';
import { EvidenceError, readEvidence } from '@hotpass/supply-chain-evidence';
import { bytesOfFile, EvidenceFile } from '../documents/EvidenceFile';
import { CERTIFICATES } from '../verify/readDetached';
import { exists, readDocument } from '../verify/readMaterial';

/** More is no signature, whatever it is called. */
const MOST_BYTES = 64 * 1024;

/** A signature beside its file, or why it is not taken for one. */
export type FoundSignature = { file: EvidenceFile } | { isNone: string };

/**
 * A bare signature with the certificate that lies beside it, in one as they are sent:
 * the bytes of both, one behind the other.
 */
export async function detachedFile(
  signature: EvidenceFile,
  signed: EvidenceFile,
  cwd: string,
): Promise<FoundSignature> {
  if (signature.size > MOST_BYTES) {
    return { isNone: `it has more than ${MOST_BYTES} bytes` };
  }
  const certificate = await certificateOf(signed.given, cwd);
  const bytes = Buffer.concat([await bytesOfFile(signature), ...certificate]);
  try {
    readEvidence(bytes, { kind: 'signature' });
  } catch (error) {
    if ((error as EvidenceError).name !== 'EvidenceError') throw error;
    return { isNone: (error as Error).message };
  }
  return {
    file: {
      ...signature,
      size: bytes.length,
      digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      bytes,
      signs: signed,
    },
  };
}

/** A PEM may as well be a key, or anything else that goes with the file. */
async function certificateOf(given: string, cwd: string): Promise<Buffer[]> {
  for (const end of CERTIFICATES) {
    if (!(await exists(`${given}${end}`, cwd))) continue;
    const bytes = await readDocument(`${given}${end}`, cwd);
    const text = bytes.toString('latin1');
    const pem = text.includes('-----BEGIN')
      ? text
      : Buffer.from(text, 'base64').toString('latin1');
    try {
      const { raw } = new X509Certificate(pem);
      if (raw.length > 0 && bytes.length < MOST_BYTES) return [bytes];
    } catch {
      // Another may be the one
    }
  }
  return [];
}
