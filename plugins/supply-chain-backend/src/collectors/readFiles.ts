import { Readable } from 'node:stream';
import { UrlReaderService } from '@backstage/backend-plugin-api';

/** A file below a location; `path` is relative to it. */
export interface FoundFile {
  path: string;
  open(): Promise<Readable>;
}

/** A file that was left where it is. */
export interface LeftFile {
  path: string;
  size: number;
  /** It alone is too large, or all before it were enough. */
  because: 'file' | 'location';
}

const FILE = /\.(json|jsonl|xml|txt|spdx|sha256|sha512|sarif)$/i;
/** How much of a tree may be in memory at once, in documents of the largest size. */
const MOST_TOGETHER = 2;

/**
 * The one file or the tree at a location; nothing when the etag still fits. A tree is
 * read as a whole, so what is too large is left out of it before it is loaded.
 */
export async function readFiles(options: {
  reader: UrlReaderService;
  url: string;
  maxBytes: number;
  etag?: string;
  signal?: AbortSignal;
}): Promise<
  { files: FoundFile[]; left: LeftFile[]; etag?: string } | undefined
> {
  const { reader, url, etag, signal } = options;
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    if (FILE.test(name)) {
      const file = await reader.readUrl(url, { etag, signal });
      const path = decodeURIComponent(name);
      const open = async () =>
        file.stream?.() ?? Readable.from([await file.buffer()]);
      return { files: [{ path, open }], left: [], etag: file.etag };
    }
    const { filter, left } = sieve(options.maxBytes);
    const tree = await reader.readTree(url, { etag, signal, filter });
    const files = (await tree.files()).map(({ path, content }) => ({
      path,
      open: async () => Readable.from([await content()]),
    }));
    return { files, left, etag: tree.etag };
  } catch (error) {
    if ((error as Error).name === 'NotModifiedError') return undefined;
    throw error;
  }
}

function sieve(maxBytes: number) {
  const left: LeftFile[] = [];
  let together = 0;
  const filter = (path: string, info?: { size: number }) => {
    const size = info?.size ?? 0;
    if (size > maxBytes) left.push({ path, size, because: 'file' });
    else if (together + size > MOST_TOGETHER * maxBytes) {
      left.push({ path, size, because: 'location' });
    } else {
      together += size;
      return true;
    }
    return false;
  };
  return { filter, left };
}
