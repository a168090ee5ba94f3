import { createHash } from 'node:crypto';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';

export type Condition = 'sound' | 'corrupt' | 'missing' | 'unreadable';

export interface Checked {
  condition: Condition;
  /** Why they could not be read, as the store names it. */
  reason?: string;
}

/**
 * Reads every byte of an artifact again. That a store does not give the bytes now is no
 * proof that they are wrong, so it is told apart from bytes that were read and differ.
 */
export async function checkArtifact(options: {
  store: ArtifactStore;
  sha256: string;
}): Promise<Checked> {
  const { store, sha256 } = options;
  const hash = createHash('sha256');
  try {
    if (!(await store.has(sha256))) return { condition: 'missing' };
    for await (const chunk of await store.open(sha256)) hash.update(chunk);
  } catch (error) {
    return toChecked(error as NodeJS.ErrnoException);
  }
  const isSame = hash.digest('hex') === sha256;
  return { condition: isSame ? 'sound' : 'corrupt' };
}

// These tell of this process, not of the bytes
const SHORT_OF_MEMORY = /^(?:Z_MEM_ERROR|ZSTD_error_memory_allocation)$/;

/** Compressed bytes that do not decompress were read, and are not what was written. */
function toChecked({ code, name }: NodeJS.ErrnoException): Checked {
  if (name === 'NotFoundError') return { condition: 'missing' };
  if (
    code &&
    /^(?:Z|ZSTD|BROTLI)_/i.test(code) &&
    !SHORT_OF_MEMORY.test(code)
  ) {
    return { condition: 'corrupt' };
  }
  // Only the name: messages of stores tell paths and hosts
  return { condition: 'unreadable', reason: (code || name).slice(0, 63) };
}
