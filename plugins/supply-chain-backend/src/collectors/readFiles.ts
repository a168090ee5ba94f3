import { UrlReaderService } from '@backstage/backend-plugin-api';

/** A file below a location; `path` is relative to it. */
export interface FoundFile {
  path: string;
  content(): Promise<Buffer>;
}

const FILE = /\.(json|jsonl|xml|txt|spdx|sha256|sha512|sarif)$/i;

/** The one file or the tree at a location; nothing when the etag still fits. */
export async function readFiles(options: {
  reader: UrlReaderService;
  url: string;
  etag?: string;
  signal?: AbortSignal;
}): Promise<{ files: FoundFile[]; etag?: string } | undefined> {
  const { reader, url, etag, signal } = options;
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    if (FILE.test(name)) {
      const file = await reader.readUrl(url, { etag, signal });
      const path = decodeURIComponent(name);
      return { files: [{ path, content: file.buffer }], etag: file.etag };
    }
    const tree = await reader.readTree(url, { etag, signal });
    return { files: await tree.files(), etag: tree.etag };
  } catch (error) {
    if ((error as Error).name === 'NotModifiedError') return undefined;
    throw error;
  }
}
