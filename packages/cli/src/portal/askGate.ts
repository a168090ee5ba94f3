import type { Gate } from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import { Placement } from '../placement';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { askOrExplain } from './ask';
import { Portal } from './connect';

const LONGEST_POLL_MS = 10_000;

/** Asks once, or until there is a yes or no and the time is up. */
export async function askGate(
  portal: Portal,
  { entityRef, release, channel }: Placement,
  options: Pick<Surroundings, 'sleep'> & {
    stage?: string;
    waitMs: number;
    terminal?: Terminal;
  },
): Promise<Gate> {
  const { sleep, stage, waitMs, terminal } = options;
  const onWait = (why: string, ms: number) =>
    terminal?.progress(`${why}; trying again in ${Math.ceil(ms / 1000)} s`);
  let waited = 0;
  for (let poll = 0; ; poll++) {
    const gate = await askOrExplain(portal, { sleep, onWait }, call =>
      portal.client.getGate(entityRef, { release, channel, stage }, call),
    );
    if (typeof gate?.answer !== 'string') {
      throw new CliError(
        `${portal.address} answered, but not as a gate does: check --portal`,
      );
    }
    // Also after "nothing has been sent": the push may be on its way
    const left = waitMs - waited;
    if (gate.answer === 'yes' || gate.answer === 'no' || left <= 0) {
      terminal?.clear();
      return gate;
    }
    const ms = Math.min(1_000 * 2 ** poll, LONGEST_POLL_MS, left);
    if (terminal?.isWatched)
      terminal.progress(`${gate.reason} (${left / 1000} s left)`);
    else if (poll === 0) terminal?.note(`${gate.reason}; waiting`);
    await sleep(ms);
    waited += ms;
  }
}
