import { canonicalJson, sha256Hex } from '../facts/canonicalJson';
import { TrustPolicy } from './TrustPolicy';

const known = new WeakMap<TrustPolicy, string>();

/**
 * `sha256:<hex>` of a policy's canonical JSON: what an assessment must carry to be
 * believed under it. Roots are large, so it is made once for each policy.
 */
export function policyDigestOf(policy: TrustPolicy): string {
  let digest = known.get(policy);
  if (!digest) {
    digest = `sha256:${sha256Hex(canonicalJson(policy))}`;
    known.set(policy, digest);
  }
  return digest;
}
