import {
  canonicalJson,
  readTrustPolicy,
  TRUST_POLICY_SCHEMA,
  TrustPolicy,
  TrustPolicyError,
} from '@hotpass/supply-chain-evidence';
import { TrustConfig } from '../config/TrustConfig';
import { repositoryOf, tufOf } from './tufRepository';

/** A policy with the bytes that it is known by. */
export interface ComposedPolicy {
  /** `sha256:<hex>` of `json`. */
  digest: string;
  /** Canonical. */
  json: Uint8Array;
  policy: TrustPolicy;
}

/** What TUF repositories told last, by `repositoryOf`. */
export type ToldRoots = ReadonlyMap<string, Record<string, unknown>>;

/** Nobody is trusted by it, so lines that name it are there and fit nothing. */
const UNKNOWN_ROOT = {
  mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  tlogs: [],
  certificateAuthorities: [],
  ctlogs: [],
  timestampAuthorities: [],
};

/**
 * The policy that the config means, with what TUF repositories told last: a root that
 * was not had yet is an empty one.
 *
 * Throws an error that names the config key of what cannot be meant.
 */
export function composePolicy(
  config: TrustConfig,
  told: ToldRoots,
): ComposedPolicy {
  return toComposed(
    {
      schema: TRUST_POLICY_SCHEMA,
      roots: config.roots.map(one => {
        const { name, root = UNKNOWN_ROOT } = one;
        const tuf = tufOf(one);
        return withTold({ name, root, ...(tuf && { tuf }) }, told);
      }),
      keys: config.keys,
      lines: config.lines,
      adoption: config.adoption,
    },
    config,
  );
}

/**
 * The same policy with newer roots of the repositories that it names itself; nothing
 * else of it changes.
 */
export function withRoots(
  { policy }: ComposedPolicy,
  told: ToldRoots,
): ComposedPolicy {
  return toComposed({
    ...policy,
    roots: policy.roots.map(root => withTold(root, told)),
  });
}

function withTold(
  given: TrustPolicy['roots'][number],
  told: ToldRoots,
): TrustPolicy['roots'][number] {
  const root = told.get(repositoryOf(given) ?? '');
  return root ? { ...given, root } : given;
}

function toComposed(document: object, config?: TrustConfig): ComposedPolicy {
  try {
    const { policy, digest } = readTrustPolicy(document);
    return { digest, json: canonicalJson(policy), policy };
  } catch (error) {
    const { name, problems } = error as TrustPolicyError;
    if (name !== 'TrustPolicyError' || !config) throw error;
    throw new Error(
      problems
        .map(({ pointer, message, remedy }) =>
          [`${toKey(pointer, config)}:`, message, remedy].join(' '),
        )
        .join('\n'),
    );
  }
}

/** `/lines/2/signer/source` of the policy is `supplyChain.trust.lines[2].signer.source`. */
function toKey(pointer: string, config: TrustConfig): string {
  const [list, at, member, ...rest] = pointer.split('/').slice(1);
  const item = `supplyChain.trust.${list}${at === undefined ? '' : `[${at}]`}`;
  if (member === undefined) return item;
  if (list === 'keys' && member === 'pem') return `${item}.file`;
  if (list === 'roots') {
    const from = config.roots[Number(at)]?.tuf ? 'tuf' : 'file';
    return `${item}.${from} at /${rest.join('/')}`;
  }
  const path = [member, ...rest].map(part =>
    /^\d+$/.test(part) ? `[${part}]` : `.${part}`,
  );
  return `${item}${path.join('')}`;
}
