import { VerifyKey } from '../verify/readKey';
import { SigstoreRoot } from '../verify/readTrustedRoot';
import { RequiredMaterial } from '../verify/types';
import { LoadedTrustPolicy } from './readTrustPolicy';
import { TrustLine } from './TrustPolicy';

/** What a document is signed with. */
export type SignerType = TrustLine['signer']['type'];

/** One way of checking a document: with which keys or root, asking for which material. */
export interface Way {
  root?: { name: string; root: SigstoreRoot };
  keys: { name: string; key: VerifyKey }[];
  require: RequiredMaterial;
}

const USUAL = {
  certificate: { log: 1, sct: 1, time: 1 },
  key: { log: 0, sct: 0, time: 0 },
} satisfies Record<SignerType, RequiredMaterial>;

/**
 * Every distinct way that the lines ask for, in their order. Roots and keys that no
 * line names are asked with the usual material, so that who signed can be told.
 */
export function waysOf(
  loaded: LoadedTrustPolicy,
  type: SignerType,
): Map<string, Way> {
  const ways = new Map<string, Way>();
  const add = (signer: AnySigner, require: RequiredMaterial) => {
    const key = wayKey(signer, require);
    if (!ways.has(key)) ways.set(key, wayOf(loaded, signer, require));
  };
  const named = new Set<string>();
  for (const { signer, require } of loaded.policy.lines) {
    if (signer.type !== type) continue;
    add(signer, require);
    const names = signer.type === 'key' ? signer.keys : [signer.root];
    for (const name of names) named.add(name);
  }
  const known = type === 'key' ? loaded.keys : loaded.roots;
  for (const name of known.keys()) {
    if (named.has(name)) continue;
    add(
      type === 'key' ? { type, keys: [name] } : { type, root: name },
      USUAL[type],
    );
  }
  return ways;
}

/** The way that a line asks for. */
export function wayOfLine({ signer, require }: TrustLine): string {
  return wayKey(signer, require);
}

type AnySigner =
  | { type: 'key'; keys: string[]; root?: string }
  | { type: 'certificate'; root: string };

function wayKey(signer: AnySigner, { log, sct, time }: RequiredMaterial) {
  const keys = signer.type === 'key' ? [...signer.keys].sort() : [];
  return JSON.stringify([signer.type, signer.root, keys, log, sct, time]);
}

function wayOf(
  { roots, keys }: LoadedTrustPolicy,
  signer: AnySigner,
  require: RequiredMaterial,
): Way {
  const root = signer.root === undefined ? undefined : roots.get(signer.root);
  return {
    ...(root && { root: { name: signer.root!, root } }),
    keys: (signer.type === 'key' ? signer.keys : []).flatMap(name => {
      const key = keys.get(name);
      return key ? [{ name, key }] : [];
    }),
    require,
  };
}
