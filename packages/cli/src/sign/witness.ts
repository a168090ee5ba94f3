import { Bundle, bundleFromJSON, bundleToJSON } from '@sigstore/bundle';
import { RFC3161Timestamp } from '@sigstore/core';
import { SignedBundle } from '@hotpass/supply-chain-evidence';
import { explainSigstore } from './explainSigstore';
import { FETCHING } from './fetching';
import { Services } from './Services';
import { sigstoreSign } from './sigstoreSign';

/**
 * Has a bundle's signature stamped and published. Timestamps come first: a log keeps
 * what it was given even where the rest fails.
 */
export async function witness(
  bundle: SignedBundle,
  verifier: string,
  { logs, timestamps }: Services,
): Promise<object> {
  if (logs.length === 0 && timestamps.length === 0) return bundle;
  const { RekorWitness, TSAWitness } = sigstoreSign();
  const open = bundleFromJSON(bundle);
  const { verificationMaterial: material, content } = open;
  for (const url of timestamps) {
    const authority = new TSAWitness({ tsaBaseURL: url, ...FETCHING });
    try {
      const { rfc3161Timestamps = [] } = await authority.testify(content);
      for (const one of rfc3161Timestamps) {
        requireTimestamp(one.signedTimestamp, content);
      }
      material.timestampVerificationData ??= { rfc3161Timestamps: [] };
      material.timestampVerificationData.rfc3161Timestamps.push(
        ...rfc3161Timestamps,
      );
    } catch (error) {
      throw explainSigstore(error, { role: 'timestamp', url });
    }
  }
  for (const { url, version } of logs) {
    const log = new RekorWitness({
      rekorBaseURL: url,
      majorApiVersion: version,
      ...FETCHING,
    });
    try {
      const { tlogEntries = [] } = await log.testify(content, verifier);
      material.tlogEntries.push(...tlogEntries);
    } catch (error) {
      throw explainSigstore(error, { role: 'rekor', url });
    }
  }
  return bundleToJSON(open) as object;
}

// The library keeps whatever is answered, and a bundle with that is refused everywhere
function requireTimestamp(der: Buffer, content: Bundle['content']): void {
  const signature =
    content.$case === 'messageSignature'
      ? content.messageSignature.signature
      : content.dsseEnvelope.signatures[0].sig;
  RFC3161Timestamp.parse(der).tstInfo.verify(signature);
}
