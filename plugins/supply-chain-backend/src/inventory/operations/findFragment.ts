import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { Knex } from 'knex';
import { NotFoundError } from '@backstage/errors';
import { DocumentFragment } from '@hotpass/supply-chain-evidence';

const decompress = promisify(zstdDecompress);

// We packed it ourselves from a document within the limits; the bound only
// keeps a damaged row from taking the process with it.
const maxOutputLength = 1024 * 1024 * 1024;

/** What reading an artifact told, unpacked. */
export async function findFragment(options: {
  tx: Knex;
  readingId: number;
}): Promise<DocumentFragment> {
  const row = await options
    .tx('reading')
    .where('id', options.readingId)
    .first('fragment');
  if (!row) throw new NotFoundError('This document has not been read');
  const json = await decompress(row.fragment, { maxOutputLength });
  return JSON.parse(json.toString('utf8')) as DocumentFragment;
}
