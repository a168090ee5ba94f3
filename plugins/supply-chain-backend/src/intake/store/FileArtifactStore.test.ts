import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FileArtifactStore } from './FileArtifactStore';

describe('FileArtifactStore', () => {
  let directory: string;
  let store: FileArtifactStore;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'artifacts-'));
    store = await FileArtifactStore.create(directory);
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function put(bytes: Buffer) {
    const path = join(directory, 'arrived');
    await writeFile(path, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sha256, stored: await store.put({ sha256, path }) };
  }

  // Around the size of the parts in which a file is read, of bytes that shrink or do not
  it.each([1, 100, 524_287, 524_288, 524_289, 3_000_001])(
    'gives back %p bytes as they came',
    async size => {
      const half = randomBytes(Math.ceil(size / 2));
      for (const bytes of [
        Buffer.concat([half, half]).subarray(0, size),
        Buffer.from('ab\n'.repeat(size)).subarray(0, size),
        randomBytes(size),
      ]) {
        const { sha256, stored } = await put(bytes);
        const back = await buffer(await store.open(sha256));
        expect(back.equals(bytes)).toBe(true);
        expect(stored.storedSize).toBeGreaterThan(0);
      }
      expect(await readdir(store.temporary)).toEqual([]);
    },
  );

  it('keeps what came at the same time apart', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const bytes = randomBytes(1_500_000 + at);
        const path = join(directory, `arrived-${at}`);
        await writeFile(path, bytes);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        await store.put({ sha256, path });
        return { sha256, bytes };
      }),
    );
    for (const { sha256, bytes } of all) {
      expect((await buffer(await store.open(sha256))).equals(bytes)).toBe(true);
    }
  });

  it('sweeps what nobody writes to any more, and nothing else', async () => {
    const [left, arriving] = ['left.in', 'arriving.in'].map(name =>
      join(store.temporary, name),
    );
    await writeFile(left, 'half');
    await writeFile(arriving, 'half');
    const before = new Date(Date.now() - 2 * 3_600_000);
    await utimes(left, before, before);
    expect(await store.sweep()).toBe(1);
    expect(await readdir(store.temporary)).toEqual(['arriving.in']);
  });

  it('leaves nothing of a file that could not be read', async () => {
    const sha256 = 'a'.repeat(64);
    await expect(
      store.put({ sha256, path: join(directory, 'not-there') }),
    ).rejects.toThrow(/ENOENT/);
    expect(await store.has(sha256)).toBe(false);
    expect(await readdir(store.temporary)).toEqual([]);
  });
});
