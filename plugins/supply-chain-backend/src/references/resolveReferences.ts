import {
  EvidenceReference,
  ResolvedReference,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { findEntities, keyOf } from './operations/findEntities';
import { findTraces } from './operations/findTraces';
import { idOf, outcomeOf } from './outcomeOf';

/**
 * Where each reference leads, in their order and in a few statements. Of an entity that
 * `mayRead` is false of, nothing is looked up: the answer is the same as for one that
 * does not exist.
 */
export async function resolveReferences(options: {
  tx: Knex;
  references: readonly EvidenceReference[];
  mayRead: (entityRefs: readonly string[]) => Promise<ReadonlySet<string>>;
}): Promise<ResolvedReference[]> {
  const { tx, mayRead } = options;
  // Names and digests are compared in lower case, as they are written
  const references = options.references.map(({ namespace, name, page }) => ({
    namespace: namespace.toLocaleLowerCase('en-US'),
    name: name.toLocaleLowerCase('en-US'),
    page: page.toLocaleLowerCase('en-US'),
  }));
  const entities = await findEntities({ tx, companions: references });
  const readable = await mayRead([...new Set(entities.values())]);
  const shown = references.filter(reference =>
    readable.has(entities.get(keyOf(reference)) ?? ''),
  );
  const traces = await findTraces({
    tx,
    entityRefs: [...readable],
    ids: [...new Set(shown.flatMap(({ page }) => idOf(page) ?? []))],
  });
  return references.map(reference => {
    const entityRef = entities.get(keyOf(reference));
    if (entityRef === undefined || !readable.has(entityRef)) {
      // A cut name would tell the ref of an entity that is hidden
      return { state: 'unknown' };
    }
    return {
      ...outcomeOf(reference.page, traces.get(entityRef)),
      entityRef,
    };
  });
}
