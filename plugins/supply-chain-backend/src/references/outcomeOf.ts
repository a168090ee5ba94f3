import { ResolvedReference } from '@hotpass/backstage-plugin-supply-chain-common';
import { compact, toIso } from '../database/operations/releases/columns';
import { Trace, Traces } from './operations/findTraces';

type Outcome = Omit<ResolvedReference, 'entityRef'>;

/** What a page is of: `evidence/<hex>` and `releases/<id>` are of one thing, others of all. */
export function idOf(page: string): string | undefined {
  const [part, id] = page.split('/');
  return part === 'evidence' || part === 'releases' ? id : undefined;
}

/** Whether a page of an entity's evidence is there, and if not, what became of it. */
export function outcomeOf(page: string, traces: Traces | undefined): Outcome {
  if (!traces) return { state: 'dead', cause: 'unknown' };
  const [part] = page.split('/');
  const id = idOf(page);
  if (id === undefined) {
    return traces.hasEvidence
      ? { state: 'found' }
      : dead('deleted', traces.lastDeleted);
  }
  if (part === 'releases') {
    return traces.releases.has(id)
      ? { state: 'found' }
      : dead('deleted', traces.deleted.get(id));
  }
  if (!traces.evidence.has(id)) return dead('deleted', traces.deleted.get(id));
  const withdrawn = traces.evidence.get(id);
  return withdrawn ? dead('withdrawn', withdrawn) : { state: 'found' };
}

function dead(
  cause: 'deleted' | 'withdrawn',
  trace: Trace | undefined,
): Outcome {
  if (!trace) return { state: 'dead', cause: 'unknown' };
  return compact({
    state: 'dead' as const,
    cause,
    at: toIso(trace.at),
    rule: trace.rule,
  });
}
