import { openAsBlob } from 'node:fs';
import { ResponseError } from '@backstage/errors';
import type { Receipt } from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import { EvidenceFile } from '../documents/EvidenceFile';
import { idempotencyKey, Placement, placementOfFile } from '../placement';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { ask } from './ask';
import { Portal } from './connect';
import { bytesText, countBytes } from './countBytes';

export interface DeliverOptions {
  file: EvidenceFile;
  placement: Placement;
  portal: Portal;
  contentEncoding?: 'gzip' | 'zstd';
  /** How long to ask for a receipt that is still being worked on. */
  waitMs: number;
  /** Where to tell how it goes; absent: nowhere. */
  terminal?: Terminal;
}

const LONGEST_POLL_MS = 5_000;
/** A replica may not know of a receipt yet that another one has just promised. */
const MOST_ABSENCES = 5;

function isAbsent(error: unknown): boolean {
  return ResponseError.is(error) && error.statusCode === 404;
}

function requireReceipt(receipt: Receipt, portal: Portal): Receipt {
  // Another service may well answer 200 with JSON to anything
  if (typeof receipt?.id === 'string' && receipt.id && receipt.status) {
    return receipt;
  }
  throw new CliError(
    `${portal.address} answered, but not with a receipt: check --portal`,
  );
}

/** Sends one file and waits until the portal has judged it. */
export async function deliver(
  options: DeliverOptions,
  { sleep }: Pick<Surroundings, 'sleep'>,
): Promise<Receipt> {
  const { file, portal, contentEncoding, terminal } = options;
  const placement = placementOfFile(options.placement, file);
  const { client } = portal;
  // The encoding belongs to the bytes that were digested.
  const key = idempotencyKey(
    contentEncoding ? `${file.digest}+${contentEncoding}` : file.digest,
    placement,
  );
  const onWait = (why: string, ms: number, answered: boolean) => {
    const text = `${file.given}: ${why}; trying again in ${Math.ceil(
      ms / 1000,
    )} s`;
    if (terminal?.isWatched) terminal.progress(text);
    // Where nobody answers, the error at the end is enough
    else if (answered) terminal?.note(text);
  };
  const body = async () => {
    // A blob of the file streams it, knows its length and can be sent again.
    const blob = file.bytes
      ? new Blob([new Uint8Array(file.bytes)])
      : await openAsBlob(file.path);
    if (!terminal?.isWatched) return blob;
    return countBytes(blob, sent =>
      terminal.progress(
        `${file.given}: ${bytesText(sent)} of ${bytesText(file.size)} sent`,
      ),
    );
  };

  const sent = await ask(portal, { key, sleep, onWait }, async call =>
    client.submit(
      {
        ...placement,
        fileName: contentEncoding
          ? file.fileName.replace(/\.(gz|zst)$/, '')
          : file.fileName,
        idempotencyKey: key,
        contentEncoding,
        body: await body(),
      },
      call,
    ),
  );

  let receipt = requireReceipt(sent, portal);
  let waited = 0;
  let absences = 0;
  for (let poll = 0; receipt.status === 'processing'; poll++) {
    const ms = Math.min(500 * 2 ** poll, LONGEST_POLL_MS);
    if (waited + ms > options.waitMs) {
      throw new CliError(
        `${file.given} was delivered, but is not judged yet (receipt ${receipt.id}): run the same command again to ask for the verdict`,
      );
    }
    terminal?.progress(`${file.given}: delivered, waiting for the verdict`);
    await sleep(ms);
    waited += ms;
    const { id } = receipt;
    try {
      const again = await ask(portal, { sleep, onWait }, call =>
        client.getReceipt(id, call),
      );
      receipt = requireReceipt(again, portal);
      absences = 0;
    } catch (error) {
      absences += 1;
      if (!isAbsent(error) || absences > MOST_ABSENCES) throw error;
    }
  }
  terminal?.clear();
  return receipt;
}
