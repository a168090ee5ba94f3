import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { DocumentFragment } from '@hotpass/supply-chain-evidence';
import { findFragment } from './operations/findFragment';
import { findSetIds } from './operations/findSetIds';

const MAX_FRAGMENT_ROWS = 200_000;
const MAX_SET_IDS = 4_000_000;

/**
 * Readings and component sets never change, so they are kept by id as they were
 * unpacked. Sizes count rows, as a component costs about as much in each.
 */
export class ReadingCache {
  readonly #database: Knex;
  readonly #fragments = new LRUCache<number, DocumentFragment>({
    maxSize: MAX_FRAGMENT_ROWS,
    sizeCalculation: fragment => 10 + (fragment.components?.key.length ?? 0),
  });
  readonly #sets = new LRUCache<number, number[]>({
    maxSize: MAX_SET_IDS,
    sizeCalculation: ids => 10 + ids.length,
  });

  constructor(options: { database: Knex }) {
    this.#database = options.database;
  }

  async fragment(readingId: number): Promise<DocumentFragment> {
    const known = this.#fragments.get(readingId);
    if (known) return known;
    const fragment = await findFragment({ tx: this.#database, readingId });
    this.#fragments.set(readingId, fragment);
    return fragment;
  }

  /** Ascending component ids. */
  async set(setId: number): Promise<number[]> {
    const known = this.#sets.get(setId);
    if (known) return known;
    const ids = await findSetIds({ tx: this.#database, setId });
    this.#sets.set(setId, ids);
    return ids;
  }
}
