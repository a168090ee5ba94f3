import { Knex } from 'knex';
import { listStreamOwners } from './operations/listStreamOwners';
import { Use } from './operations/listUses';

/** A component version in a stream, and whose stream it is. */
export interface OwnedUse {
  owner: string;
  componentId: number;
  streamId: number;
}

/**
 * Whose stream each one is. A stream never changes hands, so what was read once
 * stays; of thousands of uses each would else cost two more index look-ups.
 */
export class StreamDirectory {
  readonly #database: Knex;
  readonly #owners = new Map<number, string>();
  #loaded?: Promise<void>;

  constructor(options: { database: Knex }) {
    this.#database = options.database;
  }

  async ownersOf(uses: readonly Use[]): Promise<OwnedUse[]> {
    this.#loaded ??= this.#load().catch(error => {
      this.#loaded = undefined;
      throw error;
    });
    await this.#loaded;
    const unknown = new Set<number>();
    for (const { streamIds } of uses) {
      for (const id of streamIds) if (!this.#owners.has(id)) unknown.add(id);
    }
    if (unknown.size) await this.#load([...unknown]);
    const owned: OwnedUse[] = [];
    for (const { component, streamIds } of uses) {
      for (const streamId of streamIds) {
        const owner = this.#owners.get(streamId);
        if (owner === undefined) continue;
        owned.push({ owner, componentId: component.id, streamId });
      }
    }
    return owned;
  }

  /** Of every stream that was known when last asked, oldest first. */
  owners(): Iterable<string> {
    return this.#owners.values();
  }

  async #load(streamIds?: readonly number[]): Promise<void> {
    const rows = await listStreamOwners({ tx: this.#database, streamIds });
    for (const row of rows) this.#owners.set(row.streamId, row.entityRef);
  }
}
