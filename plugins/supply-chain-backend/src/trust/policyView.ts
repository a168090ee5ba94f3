import { TrustPolicyView } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  canonicalJson,
  readKey,
  sha256Hex,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';
import { TrustPolicyRow } from '../database/operations/trust/trustPolicies';
import { TrustRootRow } from '../database/operations/trust/trustRoots';
import { diffPolicies } from './diffPolicies';
import { repositoryOf } from './tufRepository';
import { AppliedPolicy } from './TrustPolicies';

const NAMED_CURVES: Record<string, string> = {
  prime256v1: 'ECDSA P-256',
  secp384r1: 'ECDSA P-384',
};

/** The policy that applies, for people to read. */
export function policyView(options: {
  applied: AppliedPolicy;
  roots: readonly TrustRootRow[];
  /** By line. */
  dependents: ReadonlyMap<string, number>;
  history: TrustPolicyView['history'];
}): TrustPolicyView {
  const { applied, roots, dependents, history } = options;
  const { lines, adoption } = applied.policy;
  return {
    digest: applied.digest,
    since: new Date(applied.since).toISOString(),
    roots: applied.policy.roots.map(root => rootView(root, roots)),
    keys: applied.policy.keys.map(keyView),
    lines: lines.map(line => ({
      ...line,
      dependents: dependents.get(line.id) ?? 0,
    })),
    adoption,
    history,
  };
}

/** What each policy changed; the last row is only compared with. */
export function historyOf(
  rows: readonly TrustPolicyRow[],
  limit: number,
): TrustPolicyView['history'] {
  const policies = rows.map(({ content }): TrustPolicy => JSON.parse(content));
  return rows.slice(0, limit).map((row, at) => ({
    digest: row.digest,
    since: new Date(row.since).toISOString(),
    ...diffPolicies(policies[at + 1], policies[at]),
  }));
}

function rootView(
  given: TrustPolicy['roots'][number],
  rows: readonly TrustRootRow[],
): TrustPolicyView['roots'][number] {
  const { name, root, tuf } = given;
  const count = (list: string) => {
    const items = root[list];
    return Array.isArray(items) ? items.length : 0;
  };
  const repository = repositoryOf(given);
  const digest = digestOf(root);
  const told = rows.find(row => row.repository === repository);
  // Until a replica has taken it into the policy, what is used is still the other one
  const used = told && digestOf(JSON.parse(told.root)) === digest && told;
  return {
    name,
    digest,
    logs: count('tlogs') + count('ctlogs'),
    authorities:
      count('certificateAuthorities') + count('timestampAuthorities'),
    ...(tuf && {
      repository: {
        mirror: tuf.mirror,
        initialRoot: tuf.initialRoot,
        ...(used && {
          versions: used.versions,
          since: new Date(used.since).toISOString(),
        }),
      },
    }),
    ...(told && { refreshedAt: new Date(told.refreshedAt).toISOString() }),
  };
}

function digestOf(root: Record<string, unknown>): string {
  return `sha256:${sha256Hex(canonicalJson(root))}`;
}

function keyView({
  name,
  pem,
  padding,
}: TrustPolicy['keys'][number]): TrustPolicyView['keys'][number] {
  const { id, key } = readKey(pem, { padding });
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  const rsa = `RSA ${modulusLength} ${padding === 'pss' ? 'PSS' : 'PKCS #1'}`;
  const algorithm =
    {
      ec: NAMED_CURVES[namedCurve ?? ''],
      ed25519: 'Ed25519',
      rsa,
      'rsa-pss': rsa,
    }[key.asymmetricKeyType as string] ?? String(key.asymmetricKeyType);
  return { name, keyId: id, algorithm };
}
