import type {
  EvidenceReference,
  ResolvedReference,
} from '@hotpass/backstage-plugin-supply-chain-common';
import type { Surroundings } from '../Surroundings';
import { askOrExplain } from '../portal/ask';
import { Portal } from '../portal/connect';

/** Where a reference leads, and one sentence on why not where it should. */
export interface Outcome extends ResolvedReference {
  reason?: string;
}

const AT_ONCE = 100;

/** What each reference leads to, in their order; equal ones are asked about once. */
export async function resolveReferences(
  portal: Portal,
  { sleep }: Pick<Surroundings, 'sleep'>,
  references: readonly EvidenceReference[],
): Promise<Outcome[]> {
  const keys = references.map(({ namespace, name, page }) =>
    JSON.stringify({ namespace, name, page }),
  );
  const distinct = [...new Set(keys)];
  const known = new Map<string, Outcome>();
  for (let at = 0; at < distinct.length; at += AT_ONCE) {
    const chunk = distinct.slice(at, at + AT_ONCE);
    const asked: EvidenceReference[] = chunk.map(key => JSON.parse(key));
    const resolved = await askOrExplain(portal, { sleep }, call =>
      portal.client.resolveReferences(asked, call),
    );
    for (const [place, key] of chunk.entries()) {
      const outcome = resolved[place];
      known.set(key, { ...outcome, reason: reasonOf(outcome, asked[place]) });
    }
  }
  return keys.map(key => known.get(key)!);
}

function reasonOf(
  outcome: ResolvedReference,
  { namespace, name, page }: EvidenceReference,
): string | undefined {
  const { state, cause, at, rule, entityRef } = outcome;
  if (state === 'found') return undefined;
  if (state === 'unknown') {
    return `${namespace}/${name}: no entity has such a page, or this token may not read its evidence`;
  }
  const when = at?.slice(0, 10);
  if (cause === 'deleted') {
    return `${entityRef}: deleted ${when} under rule ${rule}`;
  }
  if (cause === 'withdrawn') return `${entityRef}: withdrawn ${when}`;
  const [part, id] = page.split('/');
  const isOne = id !== undefined && ['evidence', 'releases'].includes(part);
  if (!isOne) return `${entityRef} has no evidence`;
  return `${entityRef} has no such ${part === 'evidence' ? part : 'release'}`;
}
