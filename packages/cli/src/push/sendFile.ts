import type { Receipt } from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import { EvidenceFile } from '../documents/EvidenceFile';
import { Placement } from '../placement';
import { Portal } from '../portal/connect';
import { deliver } from '../portal/deliver';
import { errorCodeOf, explain, placeText } from '../portal/explain';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { PushOptions } from './PushOptions';

/** What became of one file. */
export interface Delivery {
  file: string;
  digest: string;
  /** The file that it is the detached signature of. */
  signs?: string;
  receipt?: Receipt;
  error?: string;
  /** The portal's code of a refusal. */
  code?: string;
}

/** Where the portal says what to do, and this command has a flag for it. */
function flagFor(code: string | undefined): string {
  return code === 'unknown-format' ? ' Here that is --kind.' : '';
}

/** Sends one file; what goes wrong with it is told, not thrown. */
export async function sendFile(
  file: EvidenceFile,
  placement: Placement,
  portal: Portal,
  options: PushOptions & Pick<Surroundings, 'sleep'> & { terminal: Terminal },
): Promise<Delivery> {
  const result: Delivery = {
    file: file.given,
    digest: file.digest,
    ...(file.signs && { signs: file.signs.given }),
  };
  try {
    const receipt = await deliver(
      {
        file,
        placement,
        portal,
        contentEncoding: options.contentEncoding,
        waitMs: options.wait * 1000,
        terminal: options.quiet || options.json ? undefined : options.terminal,
      },
      options,
    );
    if (receipt.status !== 'refused') return { ...result, receipt };
    const {
      reason = 'refused',
      remedy,
      code,
      ...place
    } = receipt.refusal ?? {};
    const advice = remedy ? `. ${remedy}` : '';
    return {
      ...result,
      receipt,
      code,
      error: `${reason}${placeText(place)}${advice}`,
    };
  } catch (error) {
    if (error instanceof CliError) return { ...result, error: error.message };
    const code = errorCodeOf(error);
    const why = `${explain(error, portal)}${flagFor(code)}`;
    return { ...result, code, error: why };
  }
}
