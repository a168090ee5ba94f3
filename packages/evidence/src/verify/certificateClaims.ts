import { createPublicKey } from 'node:crypto';
import { X509Certificate } from '@sigstore/core';
import { Signer as LibrarySigner } from '@sigstore/verify';
import { Signer } from './types';

/** Below Fulcio's arc. Those from 8 on are DER UTF8String; the older ones are bare text. */
const ARC = '1.3.6.1.4.1.57264.1.';
const NAMES: Record<string, string> = {
  9: 'buildSignerUri',
  10: 'buildSignerDigest',
  11: 'runnerEnvironment',
  12: 'sourceRepositoryUri',
  13: 'sourceRepositoryDigest',
  14: 'sourceRepositoryRef',
  15: 'sourceRepositoryIdentifier',
  16: 'sourceRepositoryOwnerUri',
  17: 'sourceRepositoryOwnerIdentifier',
  18: 'buildConfigUri',
  19: 'buildConfigDigest',
  20: 'buildTrigger',
  21: 'runInvocationUri',
  22: 'sourceRepositoryVisibilityAtSigning',
};
const UTF8_STRING = 0x0c;

/**
 * Who a certificate speaks for, with what its authority noted of the job.
 *
 * Source: sigstore/fulcio, docs/oid-info.md.
 */
export function certificateSigner(signer: LibrarySigner): Signer {
  const claims: Record<string, string> = {};
  for (const { oid, value } of signer.identity?.oids ?? []) {
    const id = oid?.id.join('.') ?? '';
    if (!id.startsWith(ARC)) continue;
    const name = NAMES[id.slice(ARC.length)];
    const text = name && utf8String(value);
    if (text !== undefined && name) claims[name] = text;
  }
  return {
    type: 'certificate',
    identity: signer.identity?.subjectAlternativeName ?? '',
    issuer: signer.identity?.extensions?.issuer ?? '',
    claims,
  };
}

/** The same of a certificate that nobody has checked. */
export function certificateSignerOf(certificate: X509Certificate): Signer {
  const issuer =
    certificate.extension(`${ARC}8`)?.valueObj.subs[0]?.value ??
    certificate.extension(`${ARC}1`)?.value;
  return certificateSigner({
    key: createPublicKey({
      key: certificate.publicKey,
      format: 'der',
      type: 'spki',
    }),
    identity: {
      subjectAlternativeName: certificate.subjectAltName,
      extensions: { issuer: issuer?.toString('ascii') },
      oids: certificate.extensions.map(({ subs }) => ({
        oid: { id: subs[0].toOID().split('.').map(Number) },
        value: subs[subs.length - 1].value,
      })),
    },
  });
}

function utf8String(der: Uint8Array): string | undefined {
  if (der[0] !== UTF8_STRING) return undefined;
  const long = der[1] & 0x80 ? der[1] & 0x7f : 0;
  let length = long ? 0 : der[1];
  for (const byte of der.subarray(2, 2 + long)) length = length * 256 + byte;
  const text = der.subarray(2 + long);
  return text.length === length
    ? Buffer.from(text).toString('utf8')
    : undefined;
}
