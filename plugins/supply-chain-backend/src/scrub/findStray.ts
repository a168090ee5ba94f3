import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Knex } from 'knex';
import { rawRows, textList } from '../database/raw';

const NAMES = 500;

// Longer than an arrival takes from its file to its row
const SETTLED_MS = 24 * 3_600_000;

export interface Stray {
  /** Absent for a file by another name than a digest. */
  sha256?: string;
  name: string;
  /** Evidence with these bytes was deleted: a backup of the store brought them back. */
  isBuried: boolean;
}

/** What is stored and no row names; young files may be arrivals on their way. */
export async function* findStray(options: {
  tx: Knex;
  store: ArtifactStore;
  now: number;
}): AsyncGenerator<Stray> {
  const { tx, store, now } = options;
  if (!store.list) return;
  let batch: { sha256?: string; name: string }[] = [];
  for await (const { storedAt, ...file } of store.list()) {
    if (storedAt > now - SETTLED_MS) continue;
    batch.push(file);
    if (batch.length < NAMES) continue;
    yield* strayAmong(tx, batch);
    batch = [];
  }
  yield* strayAmong(tx, batch);
}

async function* strayAmong(
  tx: Knex,
  files: { sha256?: string; name: string }[],
): AsyncGenerator<Stray> {
  const digests = JSON.stringify(files.flatMap(({ sha256 }) => sha256 ?? []));
  const among = async (table: string) =>
    new Set(
      (
        await rawRows<{ sha256: string }>(
          tx,
          `select distinct sha256 from ${table} where sha256 in (${textList(
            tx,
          )})`,
          [digests],
        )
      ).map(row => row.sha256),
    );
  const [known, buried] = [await among('artifact'), await among('tombstone')];
  for (const { sha256, name } of files) {
    if (sha256 && known.has(sha256)) continue;
    yield {
      sha256,
      name,
      isBuried: sha256 !== undefined && buried.has(sha256),
    };
  }
}
