import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { copyChecked } from './copyChecked';

describe('copyChecked', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copy-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const sha256 = createHash('sha256').update('whole').digest('hex');

  it('copies what has its digest', async () => {
    const path = join(folder, 'copy');
    await copyChecked(
      Readable.from([Buffer.from('who'), Buffer.from('le')]),
      sha256,
      path,
    );
    expect(await readFile(path, 'utf8')).toBe('whole');
  });

  it.each(['whale', 'whol', ''])('finds nothing out from %p', async rotten => {
    const copy = copyChecked(
      Readable.from([Buffer.from(rotten)]),
      sha256,
      join(folder, 'copy'),
    );
    await expect(copy).rejects.toThrow(`other bytes for sha256:${sha256}`);
  });
});
