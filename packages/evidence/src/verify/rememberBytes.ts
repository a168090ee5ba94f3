import { X509Certificate } from '@sigstore/core';

/**
 * Lets a certificate keep its encoding. The library compares certificates by their
 * bytes and writes those anew each time, which is more than half of a verification.
 * Nobody changes a certificate that was parsed; what the library changes is a copy.
 */
export function rememberBytes(certificate: X509Certificate): X509Certificate {
  for (const part of [certificate.root, certificate.tbsCertificate]) {
    const bytes = part.toDER();
    part.toDER = () => bytes;
  }
  return certificate;
}
