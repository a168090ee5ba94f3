import { createHash } from 'node:crypto';

/*
 * The tree of a transparency log, small and slow. Source: RFC 6962, section 2.1.
 */

export function sha256(...parts: (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function leafHash(body: Uint8Array): Buffer {
  return sha256(Buffer.from([0]), body);
}

export function rootHash(leaves: Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0];
  const k = split(leaves.length);
  return sha256(
    Buffer.from([1]),
    rootHash(leaves.slice(0, k)),
    rootHash(leaves.slice(k)),
  );
}

export function inclusionPath(index: number, leaves: Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...inclusionPath(index, leaves.slice(0, k)), rootHash(leaves.slice(k))]
    : [
        ...inclusionPath(index - k, leaves.slice(k)),
        rootHash(leaves.slice(0, k)),
      ];
}

/** The largest power of two below. */
function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}
