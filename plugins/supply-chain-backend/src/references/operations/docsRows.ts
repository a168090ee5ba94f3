import { EvidenceReference } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { inChunks } from '../../database/raw';
import { toOptionalRow } from '../../database/rows';
import { fit } from '../../database/text';

/** How the last look at an entity's docs ended. */
export interface DocsRow {
  entity_ref: string;
  revision?: string;
  state: 'read' | 'unpublished' | 'unreadable';
  reason?: string;
  looked_at: number;
}

/** A link to evidence and the page of the docs that has it. */
export interface DocsReference extends EvidenceReference {
  file: string;
}

const REFERENCES = 100;

export async function findDocs(
  tx: Knex,
  entityRef: string,
): Promise<DocsRow | undefined> {
  return toOptionalRow<DocsRow>(
    await tx('docs_site').where({ entity_ref: entityRef }).first(),
  );
}

/** The refs, those that were never looked at first, and then by when they were. */
export async function longestAgo(
  tx: Knex,
  entityRefs: readonly string[],
): Promise<string[]> {
  const rows: DocsRow[] = await tx('docs_site').select(
    'entity_ref',
    'looked_at',
  );
  const looked = new Map(
    rows.map(row => [row.entity_ref, Number(row.looked_at)]),
  );
  const at = (entityRef: string) => looked.get(entityRef) ?? 0;
  return [...entityRefs].sort((one, other) => at(one) - at(other));
}

/** What was seen; without `references` those that were seen before stay. */
export async function keepDocs(options: {
  tx: Knex.Transaction;
  entityRef: string;
  state: DocsRow['state'];
  revision?: string;
  reason?: string;
  references?: readonly DocsReference[];
  now: number;
}): Promise<void> {
  const { tx, entityRef, state, revision, reason, references, now } = options;
  await tx('docs_site')
    .insert({
      entity_ref: entityRef,
      state,
      revision: revision === undefined ? null : fit(revision, 255),
      reason: reason === undefined ? null : fit(reason, 500),
      looked_at: now,
    })
    .onConflict('entity_ref')
    .merge();
  if (!references) return;
  await tx('docs_reference').where({ entity_ref: entityRef }).delete();
  for (const chunk of inChunks([...references], REFERENCES)) {
    await tx('docs_reference').insert(
      chunk.map(({ file, namespace, name, page }) => ({
        entity_ref: entityRef,
        file: fit(file, 500),
        namespace,
        name,
        page,
      })),
    );
  }
}

/** Forgets the docs of entities that were not met since. */
export async function forgetDocs(options: {
  tx: Knex.Transaction;
  before: number;
}): Promise<void> {
  const { tx, before } = options;
  const old = tx('docs_site').where('looked_at', '<', before);
  await tx('docs_reference')
    .whereIn('entity_ref', old.clone().select('entity_ref'))
    .delete();
  await old.delete();
}
