import {
  canonicalJson,
  sha256Hex,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';
import { TrustRootConfig } from '../config/TrustConfig';

type PolicyRoot = TrustPolicy['roots'][number];

/** In place of the digest of a `root.json` that Sigstore's own package carries. */
const PACKAGED = 'packaged';

/** Which TUF repository a root is kept fresh from, as a policy says it. */
export function tufOf({ tuf }: TrustRootConfig): PolicyRoot['tuf'] {
  return (
    tuf && {
      mirror: tuf.mirror,
      // Each root.json of a package continues the one before: an update of the package
      // must not make another repository, of which nothing is known yet
      initialRoot: tuf.isPackaged
        ? PACKAGED
        : `sha256:${sha256Hex(tuf.initialRoot)}`,
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
