import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A tombstone as it is outside of the database. Of an erasure only the digest is told. */
export interface JournalEntry {
  v: 1;
  uid: string;
  evidence: string;
  sha256: string;
  erased: boolean;
  at: number;
  by: string;
  rule: string;
  kind?: string;
  size?: number;
  entityRef?: string;
  release?: string;
  version?: string;
  channel?: string;
  receivedAt?: number;
}

const FILE = 'tombstones.ndjson';

/**
 * What was deleted, one line each, in a file that only grows: a database that is
 * restored from a backup has forgotten it, this has not. It must lie where neither
 * backup is restored over it, and where every replica finds it.
 */
export class TombstoneJournal {
  readonly #directory: string;

  constructor(options: { directory: string }) {
    this.#directory = options.directory;
  }

  /** Survives a power cut once it resolves. */
  async append(entries: readonly JournalEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await mkdir(this.#directory, { recursive: true });
    const file = await open(join(this.#directory, FILE), 'a', 0o640);
    try {
      // The first line break ends a line that a power cut left open
      const text = entries.map(entry => `\n${JSON.stringify(entry)}`).join('');
      await file.appendFile(`${text}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    const folder = await open(this.#directory, 'r');
    await folder.sync().finally(() => folder.close());
  }

  /** Lines that are none are left out: a power cut may have torn the last one. */
  async *read(): AsyncGenerator<JournalEntry> {
    const stream = createReadStream(join(this.#directory, FILE));
    try {
      for await (const line of createInterface({ input: stream })) {
        const entry = parse(line);
        if (entry) yield entry;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function parse(line: string): JournalEntry | undefined {
  if (line === '') return undefined;
  try {
    const entry = JSON.parse(line);
    return entry.v === 1 && typeof entry.evidence === 'string'
      ? entry
      : undefined;
  } catch {
    return undefined;
  }
}
