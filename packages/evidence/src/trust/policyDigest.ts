import { trustPolicyDigest } from './readTrustPolicy';
import { TrustPolicy } from './TrustPolicy';

const known = new WeakMap<TrustPolicy, string>();

/**
 * `sha256:<hex>` of a policy's canonical JSON: what an assessment must carry to be
 * believed under it. Roots are large, so it is made once for each policy.
 */
export function policyDigestOf(policy: TrustPolicy): string {
  let digest = known.get(policy);
  if (!digest) {
    digest = trustPolicyDigest(policy);
    known.set(policy, digest);
  }
  return digest;
}
