import { X509Certificate } from 'node:crypto';
import {
  DetachedSignature,
  SignedArtifact,
  toBundle,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { exists, readDocument } from './readMaterial';

/** As cosign's documentation and PyPI's sigstore name them. */
export const CERTIFICATES = ['.pem', '.crt', '.cert'];

const derOf = (pem: Uint8Array) =>
  new X509Certificate(pem).raw.toString('base64');

/** A signature beside a file, with the certificate beside it if there is one. */
export async function readDetached(
  file: string,
  signature: Buffer,
  cwd: string,
): Promise<DetachedSignature> {
  for (const end of CERTIFICATES) {
    const given = `${file}${end}`;
    if (!(await exists(given, cwd))) continue;
    const text = (await readDocument(given, cwd)).toString('utf8');
    const pem = text.includes('-----BEGIN')
      ? text
      : Buffer.from(text, 'base64').toString('utf8');
    try {
      const certificate = Buffer.from(new X509Certificate(pem).toString());
      return { signature, certificate };
    } catch {
      throw new CliError(
        `${given} is no certificate in PEM: it lies beside a signature and is taken for its signer's`,
      );
    }
  }
  return { signature };
}

/** The same as a bundle; it has no log entry and no timestamp. */
export function bundleOf(
  { signature, certificate }: DetachedSignature,
  { bytes = Buffer.alloc(0) }: SignedArtifact,
): Buffer {
  // cosign writes base64, openssl the bytes themselves
  const text = Buffer.from(signature).toString('latin1').trim();
  const raw = /^[A-Za-z0-9+/\s]+={0,2}$/.test(text)
    ? Buffer.from(text, 'base64')
    : signature;
  const signable = { bytes, type: 'file', data: Buffer.from(bytes) } as const;
  const bundle = toBundle(
    signable,
    raw,
    certificate
      ? { certificate: { rawBytes: derOf(certificate) } }
      : { publicKey: { hint: '' } },
  );
  return Buffer.from(JSON.stringify(bundle));
}
