import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import {
  access,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { NotFoundError } from '@backstage/errors';
import {
  ArtifactStore,
  StoredArtifact,
} from '@hotpass/backstage-plugin-supply-chain-node';

// Longer than a document takes from its last byte to the store
const HOUR = 3_600_000;

// A hop to another thread costs as much as compressing many kilobytes
const CHUNK = 512 * 1024;

// What comes out is a fifth of that
const COMPRESSED = 128 * 1024;

// Of more documents that are stored at once each has memory of its own
const KEPT_BUFFERS = 2;
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Content-addressed files `aa/bb/<sha256>.zst` below one folder. The bytes are
 * compressed into `tmp/`, synced, renamed, and the folder is synced: a crash leaves
 * a file in `tmp/`, which is swept, never half an artifact.
 */
export class FileArtifactStore implements ArtifactStore {
  readonly #directory: string;
  readonly #buffers: Buffer[] = [];
  // Folders of which this process synced the entry: at most 256 and 256 in each
  readonly #durable = new Set<string>();

  static async create(directory: string): Promise<FileArtifactStore> {
    const store = new FileArtifactStore(directory);
    await mkdir(store.temporary, { recursive: true });
    return store;
  }

  private constructor(directory: string) {
    this.#directory = resolve(directory);
  }

  /** Where arrivals are written before anything is known of them. */
  get temporary(): string {
    return join(this.#directory, 'tmp');
  }

  /**
   * Removes what killed processes left behind: files that nobody has written to for
   * `idleMs`. Younger ones may be arrivals of a replica that shares the folder.
   */
  async sweep(idleMs = HOUR): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.temporary)) {
      const path = join(this.temporary, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs > Date.now() - idleMs) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  async put(options: {
    sha256: string;
    path: string;
  }): Promise<StoredArtifact> {
    const key = this.#key(options.sha256);
    const target = join(this.#directory, key);
    const temporary = join(this.temporary, `${randomUUID()}.zst`);
    const buffer = this.#buffers.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
    try {
      await pipeline(
        readInto(buffer, options.path),
        createZstdCompress({
          chunkSize: COMPRESSED,
          params: { [constants.ZSTD_c_compressionLevel]: 1 },
        }),
        createWriteStream(temporary, { flush: true, mode: 0o640 }),
      );
      // Only now is it certain that no other thread reads from it
      if (this.#buffers.length < KEPT_BUFFERS) this.#buffers.push(buffer);
      const folder = dirname(target);
      if (await mkdir(folder, { recursive: true })) {
        this.#durable.delete(folder);
        this.#durable.delete(dirname(folder));
      }
      await rename(temporary, target);
      await this.#syncFolders(folder);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return { key, storedSize: (await stat(target)).size };
  }

  async open(sha256: string): Promise<Readable> {
    const handle = await open(join(this.#directory, this.#key(sha256))).catch(
      error => {
        if (error.code !== 'ENOENT') throw error;
        throw new NotFoundError(`The bytes of sha256:${sha256} are not stored`);
      },
    );
    const stream = createZstdDecompress();
    // Errors of the file reach the reader through the stream it holds
    pipeline(handle.createReadStream(), stream).catch(error =>
      stream.destroy(error),
    );
    return stream;
  }

  async has(sha256: string): Promise<boolean> {
    return access(join(this.#directory, this.#key(sha256))).then(
      () => true,
      error => {
        // Whether it is there cannot be told from a disk that gives no answer
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
        throw error;
      },
    );
  }

  async remove(sha256: string): Promise<void> {
    const path = join(this.#directory, this.#key(sha256));
    await rm(path, { force: true });
    // Durably: what came back after a power cut would be evidence that was deleted
    await syncFolder(dirname(path)).catch(error => {
      if (error.code !== 'ENOENT') throw error;
    });
  }

  async *list(): AsyncGenerator<{
    sha256?: string;
    name: string;
    storedAt: number;
  }> {
    for (const outer of await folders(this.#directory)) {
      if (outer === 'tmp') continue;
      for (const inner of await folders(join(this.#directory, outer))) {
        const folder = join(outer, inner);
        for (const file of await readdir(join(this.#directory, folder))) {
          const name = join(folder, file);
          const found = await stat(join(this.#directory, name)).catch(() => {});
          if (!found) continue;
          const sha256 = file.slice(0, -4);
          const isOurs = DIGEST.test(sha256) && name === this.#key(sha256);
          yield {
            name,
            storedAt: found.mtimeMs,
            ...(isOurs && { sha256 }),
          };
        }
      }
    }
  }

  /** The leaf, and above it every folder that may have a new entry. */
  async #syncFolders(leaf: string): Promise<void> {
    await syncFolder(leaf);
    const entries: string[] = [];
    let folder = leaf;
    while (folder !== this.#directory && !this.#durable.has(folder)) {
      entries.push(folder);
      folder = dirname(folder);
      await syncFolder(folder);
    }
    for (const entry of entries) this.#durable.add(entry);
  }

  #key(sha256: string): string {
    if (!DIGEST.test(sha256)) {
      throw new TypeError(`'${sha256}' is not a sha256 in lower-case hex`);
    }
    return join(sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.zst`);
  }
}

async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * A file in parts that all lie in the same memory: new memory for each, outside the
 * heap, makes the garbage collector walk the whole heap once for every few documents.
 * Each part but the last fills the buffer, which is more than a stream takes without
 * making its source wait until it is written; so none is overwritten too early.
 */
async function* readInto(buffer: Buffer, path: string): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  try {
    for (let filled = buffer.length; filled === buffer.length; ) {
      filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > 0) yield buffer.subarray(0, filled);
    }
  } finally {
    await handle.close();
  }
}
