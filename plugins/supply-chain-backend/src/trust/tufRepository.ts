import {
  canonicalJson,
  sha256Hex,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';
import { TrustRootConfig } from '../config/TrustConfig';

type PolicyRoot = TrustPolicy['roots'][number];

/** Which TUF repository a root is kept fresh from, as a policy says it. */
export function tufOf({ tuf }: TrustRootConfig): PolicyRoot['tuf'] {
  return (
    tuf && {
      mirror: tuf.mirror,
      initialRoot: `sha256:${sha256Hex(tuf.initialRoot)}`,
    }
  );
}

/**
 * What identifies a repository: the name that lines use, where it is, and the root.json
 * that it is first trusted by. What is known of one says nothing about another, since
 * only within one do versions tell what is newer.
 */
export function repositoryOf({
  name,
  tuf,
}: Pick<PolicyRoot, 'name' | 'tuf'>): string | undefined {
  return tuf && sha256Hex(canonicalJson([name, tuf.mirror, tuf.initialRoot]));
}
