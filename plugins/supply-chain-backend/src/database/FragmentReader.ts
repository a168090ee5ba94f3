import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { DocumentFragment } from '@hotpass/supply-chain-evidence';
import { LRUCache } from 'lru-cache';
import { Knex } from 'knex';

const decompress = promisify(zstdDecompress);

/**
 * What reading a document told, unpacked. A judgement follows right after an intake
 * and looks at the same few documents again, so the last ones are kept.
 */
export class FragmentReader {
  readonly #fragments = new LRUCache<number, DocumentFragment>({
    maxSize: 60_000,
    // By components, which is what takes the memory
    sizeCalculation: fragment =>
      100 + (fragment.components?.key.length ?? 0) + fragment.findings.length,
  });

  async read(options: {
    tx: Knex;
    readingId: number;
  }): Promise<DocumentFragment> {
    const { tx, readingId } = options;
    const kept = this.#fragments.get(readingId);
    if (kept) return kept;
    const row = await tx('reading').where({ id: readingId }).first('fragment');
    if (!row) throw new Error(`Reading ${readingId} is not there`);
    const fragment = JSON.parse(
      (await decompress(row.fragment)).toString('utf8'),
    ) as DocumentFragment;
    this.remember(readingId, fragment);
    return fragment;
  }

  remember(readingId: number, fragment: DocumentFragment): void {
    this.#fragments.set(readingId, fragment);
  }
}
