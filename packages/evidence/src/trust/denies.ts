import { SignatureFact, TrustFact } from '../model/EvidenceFacts';

/** Wrong in a trusted name, or of a compromised signer: rules that nobody may waive. @public */
export function denies({
  signature,
  trust,
}: {
  signature: SignatureFact;
  trust: TrustFact;
}): boolean {
  return (
    trust.revoked === 'compromised' ||
    (signature.state === 'failed' && trust.state === 'trusted')
  );
}
