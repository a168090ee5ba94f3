import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DeadReference,
  DeadReferencePage,
  EvidenceReference,
  ResolvedReference,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedList } from '../authorization';
import { existingEntities } from '../authorization/existingEntities';
import { compact, toIso } from '../database/operations/releases/columns';
import { toRows } from '../database/rows';
import { decodeCursor, encodeCursor } from '../service/cursor';
import { DocsReference, DocsRow } from './operations/docsRows';
import { resolveReferences } from './resolveReferences';
import { ReferencesService } from './types';

const ORDER = 'dead-references';
const AT_ONCE = 500;
const MOST_UNREADABLE = 20;

type Row = DocsReference & { id: number; entity_ref: string };

export class DefaultReferencesService implements ReferencesService {
  readonly #database: Knex;
  readonly #catalog: CatalogService;

  constructor(options: { database: Knex; catalog: CatalogService }) {
    this.#database = options.database;
    this.#catalog = options.catalog;
  }

  async resolve(
    references: readonly EvidenceReference[],
    mayRead: (entityRef: string) => Promise<boolean>,
  ): Promise<ResolvedReference[]> {
    return await resolveReferences({
      tx: this.#database,
      references,
      mayRead: async refs => {
        const readable = new Set<string>();
        for (const ref of refs) if (await mayRead(ref)) readable.add(ref);
        return readable;
      },
    });
  }

  async listDead(
    list: GrantedList,
    page: { cursor?: string; limit: number },
  ): Promise<DeadReferencePage> {
    const tx = this.#database;
    const sites = toRows<DocsRow>(await tx('docs_site').orderBy('entity_ref'));
    const readable = await existingEntities({
      catalog: this.#catalog,
      credentials: list.credentials,
      entityRefs: sites.map(site => site.entity_ref),
    });
    const shown = sites.filter(site => readable.has(site.entity_ref));
    const { items, next } = await this.#collect(list, readable, page);
    return compact({
      items,
      docs: summarise(shown),
      nextCursor: next === undefined ? undefined : encodeCursor(ORDER, [next]),
    });
  }

  /** Dead ones are few, so many links are looked up for each that is shown. */
  async #collect(
    list: GrantedList,
    readable: ReadonlySet<string>,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<{ items: DeadReference[]; next?: number }> {
    const items: DeadReference[] = [];
    let [after] = decodeCursor(cursor, ORDER, ['number']) ?? [0];
    for (;;) {
      const rows: Row[] = await this.#database('docs_reference')
        .where('id', '>', after)
        .orderBy('id')
        .limit(AT_ONCE);
      const mine = rows.filter(row => readable.has(row.entity_ref));
      const outcomes = await this.#resolveFor(list, mine);
      for (const [at, row] of mine.entries()) {
        const dead = toDead(row, outcomes[at]);
        if (!dead) continue;
        if (items.length === limit) return { items, next: after };
        items.push(dead);
        after = row.id;
      }
      if (rows.length < AT_ONCE) return { items };
      after = rows[rows.length - 1].id;
    }
  }

  async #resolveFor(
    list: GrantedList,
    rows: readonly Row[],
  ): Promise<ResolvedReference[]> {
    return await resolveReferences({
      tx: this.#database,
      references: rows,
      // An entity that left the catalog is nobody's to hide
      mayRead: async refs => {
        const hidden = await list.hidden(refs);
        return new Set(refs.filter(ref => !hidden.has(ref)));
      },
    });
  }
}

function toDead(
  row: Row,
  outcome: ResolvedReference,
): DeadReference | undefined {
  const { state, cause, ...rest } = outcome;
  if (state !== 'dead' || cause === undefined) return undefined;
  const { namespace, name, page } = row;
  return {
    docsEntityRef: row.entity_ref,
    file: row.file,
    reference: { namespace, name, page },
    cause,
    ...rest,
  };
}

function summarise(sites: readonly DocsRow[]): DeadReferencePage['docs'] {
  const count = (state: DocsRow['state']) =>
    sites.filter(site => site.state === state).length;
  const times = sites.map(site => Number(site.looked_at));
  return compact({
    read: count('read'),
    unpublished: count('unpublished'),
    unreadable: sites
      .filter(({ state }) => state === 'unreadable')
      .slice(0, MOST_UNREADABLE)
      .map(site => ({ entityRef: site.entity_ref, reason: site.reason ?? '' })),
    checkedAt: times.length > 0 ? toIso(Math.max(...times)) : undefined,
  });
}
