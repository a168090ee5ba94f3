import { openAsBlob } from 'node:fs';
import type { Receipt } from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import { EvidenceFile } from '../documents/EvidenceFile';
import { idempotencyKey, Placement } from '../placement';
import type { Surroundings } from '../Surroundings';
import { Portal } from './connect';
import { withRetries } from './withRetries';

export interface DeliverOptions {
  file: EvidenceFile;
  placement: Placement;
  portal: Portal;
  contentEncoding?: 'gzip' | 'zstd';
  /** How long to ask for a receipt that is still being worked on. */
  waitMs: number;
  onProgress: (text: string) => void;
}

const LONGEST_POLL_MS = 5_000;

/** Sends one file and waits until the portal has judged it. */
export async function deliver(
  { file, placement, portal, contentEncoding, ...options }: DeliverOptions,
  { sleep }: Pick<Surroundings, 'sleep'>,
): Promise<Receipt> {
  const { client, token } = portal;
  const retry = <T>(attempt: () => Promise<T>) =>
    withRetries(attempt, {
      sleep,
      onWait: (_, ms) =>
        options.onProgress(
          `${
            file.given
          }: the portal is busy or away, trying again in ${Math.ceil(
            ms / 1000,
          )} s`,
        ),
    });

  options.onProgress(`${file.given}: sending ${file.size} bytes`);
  let receipt = await retry(async () =>
    client.submit(
      {
        ...placement,
        fileName: contentEncoding
          ? file.fileName.replace(/\.(gz|zst)$/, '')
          : file.fileName,
        // The encoding belongs to the bytes that were digested.
        idempotencyKey: idempotencyKey(
          contentEncoding ? `${file.digest}+${contentEncoding}` : file.digest,
          placement,
        ),
        contentEncoding,
        // A blob of the file streams it, knows its length and can be sent again.
        body: await openAsBlob(file.path),
      },
      { token },
    ),
  );

  let waited = 0;
  for (let poll = 0; receipt.status === 'processing'; poll++) {
    const ms = Math.min(500 * 2 ** poll, LONGEST_POLL_MS);
    if (waited + ms > options.waitMs) {
      throw new CliError(
        `${file.given} was delivered, but is not judged yet (receipt ${receipt.id}): run the same command again to ask for the verdict`,
      );
    }
    options.onProgress(`${file.given}: delivered, waiting for the verdict`);
    await sleep(ms);
    waited += ms;
    const { id } = receipt;
    receipt = await retry(() => client.getReceipt(id, { token }));
  }
  return receipt;
}
