import { FragmentComponents } from '@hotpass/supply-chain-evidence';
import { LRUCache } from 'lru-cache';
import {
  insertComponents,
  NewComponent,
} from './operations/intern/insertComponents';
import { lookUpComponents } from './operations/intern/lookUpComponents';
import { inChunks, nextTick } from './raw';
import { SupplyChainDatabase } from './SupplyChainDatabase';
import { fit, fitKey } from './text';

const CHUNK = 500;
const CACHE_ENTRIES = 200_000;

/** A component set ready to be stored: sorted ids and a flag for each. */
export interface InternedSet {
  ids: number[];
  /** 1 direct, 2 transitive, 0 unknown. */
  flags: Uint8Array;
  /** Components in the document, duplicates included. */
  count: number;
}

/**
 * Gives components their ids, in small transactions of its own before the recording
 * one: adding ids is idempotent and append-only, so nothing is lost when the rest
 * fails, and the recording transaction stays short.
 */
export class ComponentInterner {
  readonly #database: SupplyChainDatabase;
  // Filled only from reads, which see committed rows alone
  readonly #ids = new LRUCache<string, number>({ max: CACHE_ENTRIES });

  constructor(database: SupplyChainDatabase) {
    this.#database = database;
  }

  async intern(components: FragmentComponents): Promise<InternedSet> {
    const { distinct, flags } = collect(components);
    const ids = new Map<string, number>();
    const missing: NewComponent[] = [];
    for (const component of distinct.values()) {
      const id = this.#ids.get(component.key);
      if (id === undefined) missing.push(component);
      else ids.set(component.key, id);
    }
    missing.sort((one, other) => (one.key < other.key ? -1 : 1));
    for (const chunk of inChunks(missing, CHUNK)) {
      await this.#internChunk(chunk, ids);
      await nextTick();
    }
    const sorted = [...ids].sort((one, other) => one[1] - other[1]);
    return {
      ids: sorted.map(([, id]) => id),
      flags: Uint8Array.from(sorted, ([key]) => flags.get(key)!),
      count: components.key.length,
    };
  }

  async #internChunk(
    chunk: NewComponent[],
    ids: Map<string, number>,
  ): Promise<void> {
    const tx = this.#database.knex;
    const lookUp = async (wanted: NewComponent[]) => {
      const keys = wanted.map(component => component.key);
      for (const row of await lookUpComponents({ tx, keys })) {
        ids.set(row.key, row.id);
        this.#ids.set(row.key, row.id);
      }
      return wanted.filter(component => !ids.has(component.key));
    };
    const unknown = await lookUp(chunk);
    if (unknown.length === 0) return;
    await this.#database.transaction(transaction =>
      insertComponents({ tx: transaction, components: unknown }),
    );
    const lost = await lookUp(unknown);
    if (lost.length > 0) {
      throw new Error(`Component '${lost[0].key}' could not be stored`);
    }
  }
}

function collect(columns: FragmentComponents): {
  distinct: Map<string, NewComponent>;
  flags: Map<string, number>;
} {
  const distinct = new Map<string, NewComponent>();
  const flags = new Map<string, number>();
  for (let i = 0; i < columns.key.length; i += 1) {
    const key = fitKey(columns.key[i]);
    const flag = toFlag(columns.direct[i]);
    const before = flags.get(key);
    if (before === undefined) {
      distinct.set(key, {
        key,
        packageKey: fitKey(columns.packageKey[i]),
        type: fit(columns.type[i], 63),
        name: fit(columns.name[i]),
        version: fit(columns.version[i]),
      });
      flags.set(key, flag);
    } else if (flag === 1 || before === 0) {
      // Named twice: direct anywhere is direct, known beats unknown
      flags.set(key, flag);
    }
  }
  return { distinct, flags };
}

function toFlag(direct: number): number {
  if (direct === 1) return 1;
  return direct === 0 ? 2 : 0;
}
