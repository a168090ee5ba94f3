import { Readable } from 'node:stream';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { checkArtifact } from './checkArtifact';

/** A store whose stream fails as decompression does. */
const failing = (code: string) =>
  ({
    has: async () => true,
    open: async () =>
      new Readable({
        read() {
          this.destroy(Object.assign(new Error('failed'), { code }));
        },
      }),
  } as unknown as ArtifactStore);

it.each([
  ['Z_DATA_ERROR', { condition: 'corrupt' }],
  ['Z_BUF_ERROR', { condition: 'corrupt' }],
  ['ZSTD_error_corruption_detected', { condition: 'corrupt' }],
  ['ZSTD_error_prefix_unknown', { condition: 'corrupt' }],
  ['Z_MEM_ERROR', { condition: 'unreadable', reason: 'Z_MEM_ERROR' }],
  [
    'ZSTD_error_memory_allocation',
    { condition: 'unreadable', reason: 'ZSTD_error_memory_allocation' },
  ],
  ['EIO', { condition: 'unreadable', reason: 'EIO' }],
])('tells by %s what is known of the bytes', async (code, expected) => {
  const checked = await checkArtifact({
    store: failing(code),
    sha256: '0'.repeat(64),
  });
  expect(checked).toEqual(expected);
});
