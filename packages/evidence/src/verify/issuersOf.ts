import { X509Certificate } from '@sigstore/core';
import { TrustMaterial } from '@sigstore/verify';

/** Certificates of these authorities that signed this one, whenever that was. */
export function issuersOf(
  certificate: X509Certificate,
  authorities: TrustMaterial['certificateAuthorities'],
): X509Certificate[] {
  return authorities
    .flatMap(({ certChain }) => certChain)
    .filter(issuer => {
      try {
        return (
          issuer.isCA &&
          issuer.subject.equals(certificate.issuer) &&
          certificate.verify(issuer)
        );
      } catch {
        return false;
      }
    });
}
