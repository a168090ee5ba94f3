import { compareDigests, fullDigests } from '../facts/matchOutputs';
import { DigestSet } from '../model/Digest';

/**
 * Things by their full digests. Provenance may name a thousand subjects, and comparing
 * each with each output would stall whoever asks.
 */
export class DigestIndex<T extends { digest: Partial<DigestSet> }> {
  readonly #items = new Map<string, Set<T>>();

  constructor(items: Iterable<T> = []) {
    for (const item of items) this.add(item);
  }

  /** Again, where it was given another digest meanwhile. */
  add(item: T): void {
    for (const key of keysOf(item.digest)) {
      const known = this.#items.get(key);
      if (known) known.add(item);
      else this.#items.set(key, new Set([item]));
    }
  }

  /** Those with a full digest in common. */
  sharing(digest: Partial<DigestSet>): T[] {
    return [
      ...new Set(
        keysOf(digest).flatMap(key => [...(this.#items.get(key) ?? [])]),
      ),
    ];
  }

  /** Those with a full digest in common, and no comparable one that differs. */
  same(digest: Partial<DigestSet>): T[] {
    return this.sharing(digest).filter(
      item => compareDigests(item.digest, digest) === 'same',
    );
  }
}

function keysOf(digest: Partial<DigestSet>): string[] {
  return Object.entries(fullDigests(digest)).map(pair => pair.join(':'));
}
