import { Knex } from 'knex';
import { DocumentFragment } from '@hotpass/supply-chain-evidence';
import { findFragment } from './operations/findFragment';
import { findSetIds } from './operations/findSetIds';
import { ReadOnce } from './ReadOnce';

const MAX_FRAGMENT_ROWS = 200_000;
const MAX_SET_IDS = 4_000_000;

/**
 * Readings and component sets never change, so they are kept by id as they were
 * unpacked. Sizes count rows, as a component costs about as much in each. Who may
 * read one is decided before, by the release that it is asked through.
 */
export class ReadingCache {
  readonly #fragments: ReadOnce<DocumentFragment>;
  readonly #sets: ReadOnce<number[]>;

  constructor(options: { database: Knex }) {
    const tx = options.database;
    this.#fragments = new ReadOnce({
      maxSize: MAX_FRAGMENT_ROWS,
      sizeOf: fragment => fragment.components?.key.length ?? 0,
      read: readingId => findFragment({ tx, readingId }),
    });
    this.#sets = new ReadOnce({
      maxSize: MAX_SET_IDS,
      sizeOf: ids => ids.length,
      read: setId => findSetIds({ tx, setId }),
    });
  }

  fragment(readingId: number): Promise<DocumentFragment> {
    return this.#fragments.get(readingId);
  }

  /** Ascending component ids. */
  set(setId: number): Promise<number[]> {
    return this.#sets.get(setId);
  }
}
