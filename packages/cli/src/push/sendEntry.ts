import type { Receipt } from '@hotpass/backstage-plugin-supply-chain-common';
import { ExitCode } from '../ExitCode';
import { Placement } from '../placement';
import { Portal } from '../portal/connect';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { undecidedLine, VerdictLine, verdictLine } from '../verdict';
import { PlanEntry } from './Plan';
import { printDelivery } from './printDelivery';
import { PushOptions } from './PushOptions';
import { findRegistration, Registration } from './registerEntity';
import { Delivery, sendFile } from './sendFile';

/** What became of one entity's evidence. */
export interface Outcome {
  placement: Placement;
  deliveries: Delivery[];
  verdict: VerdictLine;
  /** The receipt that has seen every document before it. */
  last?: Receipt;
  link?: string;
  /** Where the portal does not know the entity. */
  registration?: Registration;
}

/**
 * Whether the portal only observes. Its own word for the release says so; a mode
 * alone does not, because `observe` becomes `enforce` on its date.
 */
function isObserving({ state, decision }: Receipt): boolean {
  if (state === 'would-not-ship') return true;
  if (state === 'cannot-ship' || decision?.mode !== 'observe') return false;
  const { enforcedFrom } = decision;
  return enforcedFrom === undefined || Date.parse(enforcedFrom) > Date.now();
}

function verdictOf(deliveries: Delivery[]): VerdictLine {
  const missing = deliveries.filter(({ error }) => error).length;
  if (missing > 0) {
    return {
      exitCode: ExitCode.unknown,
      text: `✖ Not delivered: ${missing} of ${deliveries.length}.`,
      style: 'red',
    };
  }
  const receipt = deliveries[deliveries.length - 1].receipt;
  if (!receipt?.decision) return undecidedLine(receipt?.state);
  return verdictLine({ ...receipt.decision, observing: isObserving(receipt) });
}

/** Whether what came back is what an unregistered entity gets. */
function maybeUnregistered(deliveries: Delivery[]): boolean {
  return deliveries.some(
    ({ code, error, receipt }) =>
      code === 'entity-unknown' ||
      (!error && !receipt?.decision && receipt?.state === 'not-known'),
  );
}

/** Sends the files of one entity, one after the other, and gathers the verdict. */
export async function sendEntry(
  { placement, files }: PlanEntry,
  portal: Portal,
  options: PushOptions & Pick<Surroundings, 'sleep'> & { terminal: Terminal },
): Promise<Outcome> {
  const { terminal } = options;
  const deliveries: Delivery[] = [];
  for (const file of files) {
    const delivery = await sendFile(file, placement, portal, options);
    deliveries.push(delivery);
    if (!options.json && !options.quiet) printDelivery(terminal, delivery);
    else if (!options.json && delivery.error) {
      terminal.error(`✖ ${delivery.file}: ${delivery.error}`);
    }
    // The rest would be refused for the same reason, and each refusal is a row.
    if (delivery.code === 'entity-unknown') break;
  }
  const unsent = files.slice(deliveries.length).map(file => ({
    file: file.given,
    digest: file.digest,
    error: 'not sent',
  }));
  deliveries.push(...unsent);
  const last = deliveries
    .map(({ receipt }) => receipt)
    .filter(receipt => receipt !== undefined)
    .pop();
  return {
    placement,
    deliveries,
    verdict: verdictOf(deliveries),
    last,
    link: last?.link === undefined ? undefined : portal.pageUrl(last.link),
    registration: maybeUnregistered(deliveries)
      ? await findRegistration(placement.entityRef, portal)
      : undefined,
  };
}
