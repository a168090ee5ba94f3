import {
  FragmentComponents,
  parsePurl,
  Purl,
} from '@hotpass/supply-chain-evidence';
import { LRUCache } from 'lru-cache';
import {
  insertComponents,
  NewComponent,
} from './operations/intern/insertComponents';
import { lookUpComponents } from './operations/intern/lookUpComponents';
import { inChunks, nextTick } from './raw';
import { SetBuilder } from './SetBuilder';
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
  // Filled only with rows that are committed
  readonly #ids = new LRUCache<string, number>({ max: CACHE_ENTRIES });

  constructor(database: SupplyChainDatabase) {
    this.#database = database;
  }

  async intern(components: FragmentComponents): Promise<InternedSet> {
    const flags = flagsOf(components);
    const set = new SetBuilder(flags.size);
    const missing = new Set<string>();
    for (const [key, flag] of flags) {
      const id = this.#ids.get(key);
      if (id === undefined) missing.add(key);
      else set.add(id, flag);
    }
    const added = pick(components, missing).sort((one, other) =>
      one.key < other.key ? -1 : 1,
    );
    for (const chunk of inChunks(added, CHUNK)) {
      for (const [key, id] of await this.#internChunk(chunk)) {
        set.add(id, flags.get(key)!);
      }
      await nextTick();
    }
    return { ...set.sorted(), count: components.key.length };
  }

  async #internChunk(chunk: NewComponent[]): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    const tx = this.#database.knex;
    const note = (rows: { id: number; key: string }[]) => {
      for (const row of rows) {
        ids.set(row.key, row.id);
        this.#ids.set(row.key, row.id);
      }
      return chunk.filter(component => !ids.has(component.key));
    };
    const lookUp = async (wanted: NewComponent[]) =>
      note(await lookUpComponents({ tx, keys: wanted.map(({ key }) => key) }));
    const unknown = await lookUp(chunk);
    if (unknown.length === 0) return ids;
    const taken = note(
      await this.#database.transaction(transaction =>
        insertComponents({ tx: transaction, components: unknown }),
      ),
    );
    if (taken.length === 0) return ids;
    // Another arrival was faster with these
    const lost = await lookUp(taken);
    if (lost.length > 0) {
      throw new Error(`Component '${lost[0].key}' could not be stored`);
    }
    return ids;
  }
}

/** One flag for each distinct key. */
function flagsOf({ key, direct }: FragmentComponents): Map<string, number> {
  const flags = new Map<string, number>();
  for (let i = 0; i < key.length; i += 1) {
    const fitting = fitKey(key[i]);
    const flag = toFlag(direct[i]);
    const before = flags.get(fitting);
    // Named twice: direct anywhere is direct, known beats unknown
    if (before === undefined || flag === 1 || before === 0) {
      flags.set(fitting, flag);
    }
  }
  return flags;
}

/**
 * The components of these keys. They are shared by all documents, so what a purl says
 * of itself is taken from the purl: nobody hides a package by calling it otherwise.
 */
function pick(columns: FragmentComponents, keys: Set<string>): NewComponent[] {
  const left = new Set(keys);
  const picked: NewComponent[] = [];
  for (let i = 0; i < columns.key.length && left.size > 0; i += 1) {
    const key = fitKey(columns.key[i]);
    if (!left.delete(key)) continue;
    const purl = parsePurl(columns.purl[i]);
    picked.push({
      key,
      packageKey: fitKey(columns.packageKey[i]),
      type: fit(columns.type[i], 63),
      name: fit(purl ? nameOfPurl(purl) : columns.name[i]),
      version: fit((purl ? purl.version : columns.version[i]) ?? ''),
    });
  }
  return picked;
}

function nameOfPurl({ namespace, name }: Purl): string {
  return namespace ? `${namespace}/${name}` : name;
}

function toFlag(direct: number): number {
  if (direct === 1) return 1;
  return direct === 0 ? 2 : 0;
}
