import {
  canonicalJson,
  sha256Hex,
  TrustLine,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';

/** Ids of trust lines. */
export interface PolicyDiff {
  added: string[];
  removed: string[];
  /** Their text, or the keys or the root that they name, are others. */
  changed: string[];
}

export function diffPolicies(
  before: TrustPolicy | undefined,
  after: TrustPolicy,
): PolicyDiff {
  const old = fingerprints(before);
  const now = fingerprints(after);
  return {
    added: [...now.keys()].filter(id => !old.has(id)),
    removed: [...old.keys()].filter(id => !now.has(id)),
    changed: [...now].flatMap(([id, print]) =>
      old.has(id) && old.get(id) !== print ? [id] : [],
    ),
  };
}

function fingerprints(policy: TrustPolicy | undefined): Map<string, string> {
  return new Map(
    policy?.lines.map(line => [
      line.id,
      sha256Hex(canonicalJson([line, materialOf(line, policy)])),
    ]),
  );
}

function materialOf({ signer }: TrustLine, policy: TrustPolicy): unknown {
  const keys = signer.type === 'key' ? signer.keys : [];
  return [
    policy.roots.filter(({ name }) => name === signer.root),
    policy.keys.filter(({ name }) => keys.includes(name)),
  ];
}
