import { canonicalJson, sha256Hex } from '../facts/canonicalJson';
import { isObject } from '../json';
import { VerifyKey } from '../verify/readKey';
import { SigstoreRoot } from '../verify/readTrustedRoot';
import { PolicyNode } from './PolicyNode';
import { readLine } from './readLine';
import { readKeys, readRoots, refuseTwice } from './readNamed';
import { AdoptionRule, TrustPolicy } from './TrustPolicy';
import { TrustPolicyError, TrustPolicyProblem } from './TrustPolicyError';

/** The one schema that is read. @public */
export const TRUST_POLICY_SCHEMA: TrustPolicy['schema'] =
  'https://hotpass.github.io/supply-chain/trust-policy/v1';

/** A trust policy with its roots and keys ready for use. @public */
export interface LoadedTrustPolicy {
  /** As it was read, with its defaults. */
  readonly policy: TrustPolicy;
  /** `sha256:<hex>` of its canonical JSON. */
  readonly digest: string;
  /** By name. */
  readonly roots: ReadonlyMap<string, SigstoreRoot>;
  /** By name. */
  readonly keys: ReadonlyMap<string, VerifyKey>;
}

/**
 * Reads a trust policy. Whatever is not understood is refused: a misspelt field would
 * be a restriction that nobody makes.
 *
 * @param document - parsed JSON
 * @throws TrustPolicyError with everything that is wrong, its place and what to do
 * @public
 */
export function readTrustPolicy(document: unknown): LoadedTrustPolicy {
  const problems: TrustPolicyProblem[] = [];
  const given = isObject(document) ? document : {};
  const node = new PolicyNode(given, '', problems);
  node.only('schema', 'roots', 'keys', 'lines', 'adoption');
  const schema = node.oneOf('schema', [TRUST_POLICY_SCHEMA]);
  const roots = readRoots(node.objects('roots'));
  const keys = readKeys(node.objects('keys'));
  // By what is listed: a root that is refused is no unknown name as well
  const known = {
    roots: new Set(roots.listed.map(({ name }) => name)),
    keys: new Set(keys.listed.map(({ name }) => name)),
  };
  const lineNodes = node.objects('lines');
  const lines = lineNodes.map(line => readLine(line, known));
  refuseTwice(lineNodes, 'id');
  const adoption = node.objects('adoption', true).map(readAdoption);
  if (problems.length > 0) throw new TrustPolicyError(problems);
  const policy: TrustPolicy = {
    schema,
    roots: roots.listed,
    keys: keys.listed,
    lines,
    adoption,
  };
  return {
    policy,
    digest: trustPolicyDigest(policy),
    roots: roots.loaded,
    keys: keys.loaded,
  };
}

/** `sha256:<hex>` of a policy's canonical JSON. @public */
export function trustPolicyDigest(policy: TrustPolicy): string {
  return `sha256:${sha256Hex(canonicalJson(policy))}`;
}

function readAdoption(node: PolicyNode): AdoptionRule {
  node.only('entities', 'state', 'from');
  return {
    entities: node.texts('entities'),
    state: node.oneOf('state', ['digests-only', 'signed', 'keyless']),
    from: node.date('from'),
  };
}
