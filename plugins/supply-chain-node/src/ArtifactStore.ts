import { Readable } from 'node:stream';

/** What a store knows of an artifact. @public */
export interface StoredArtifact {
  /** Where the store keeps it; opaque to everyone else. */
  key: string;
  /** Bytes that it takes up. */
  storedSize: number;
}

/**
 * Keeps immutable bytes by their sha256 (64 lower-case hexadecimal digits). After
 * `put` resolves the bytes survive a power cut; before that nobody can see them.
 *
 * @public
 */
export interface ArtifactStore {
  /**
   * Takes in the file at `path`, whose bytes have this digest. The file stays.
   * Equal bytes may be put twice, also at the same time.
   */
  put(options: { sha256: string; path: string }): Promise<StoredArtifact>;
  /** The exact bytes; throws `NotFoundError` when there are none. */
  open(sha256: string): Promise<Readable>;
  /** Whether there are such bytes; throws when the store cannot tell. */
  has(sha256: string): Promise<boolean>;
  /**
   * Removes the bytes for good; nothing when there are none. Only retention calls it,
   * after it has made sure that nothing refers to them.
   */
  remove(sha256: string): Promise<void>;
  /**
   * The sha256 of everything that is stored, in any order; for what is there by
   * another name than a digest, that name. Absent: stray bytes are not looked for.
   */
  list?(): AsyncIterable<{
    sha256?: string;
    name: string;
    /** When it was stored, in epoch milliseconds. */
    storedAt: number;
  }>;
}
