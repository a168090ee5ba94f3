import { createHash } from 'node:crypto';
import type { Retirement } from '@hotpass/backstage-plugin-supply-chain-common';
import { Command } from 'commander';
import { CliError } from '../CliError';
import { ExitCode } from '../ExitCode';
import { placementOf } from '../placement';
import { askOrExplain } from '../portal/ask';
import { connect, Portal, PortalOptions } from '../portal/connect';
import { orDidYouMean } from '../portal/didYouMean';
import { entityPage } from '../portal/entityPage';
import { addOutputFlags, addPortalFlags } from '../portal/portalFlags';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { addExamples } from './addExamples';

interface RetireOptions extends PortalOptions {
  entity?: string;
  release?: string;
  change?: string;
  stage?: string;
  reason?: string;
  supportUntil?: string;
  json?: boolean;
  quiet?: boolean;
}

export function retireCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('retire')
    .description('tells the portal that a release left a stage')
    .option(
      '--entity <ref>',
      'kind:namespace/name in the catalog; else SUPPLY_CHAIN_ENTITY',
    )
    .option('--release <version>', 'the version; else SUPPLY_CHAIN_RELEASE')
    .option('--change <pr@sha>', 'a pull request or branch build instead')
    .option('--stage <name>', 'what it left; default every stage')
    .option('--reason <text>', 'why')
    .option('--support-until <date>', 'RFC 3339; until when it is supported');
  addExamples(command, [
    [
      'The release before is gone from production',
      'supply-chain retire --release 1.3.0 --stage production',
    ],
    [
      'Out of sale, and supported for some years',
      'supply-chain retire --release 1.3.0 --support-until 2031-12-31',
    ],
  ]);
  addOutputFlags(addPortalFlags(command)).action(
    async (options: RetireOptions) => {
      end(await retire(options, surroundings));
    },
  );
}

function dateOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time) || !isDay(text)) {
    throw new CliError(
      `--support-until '${text}' is no date: write 2031-12-31`,
    );
  }
  return new Date(time).toISOString();
}

/** `Date` takes a 31st of February for a day in March, and 12 for a December. */
function isDay(text: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(text) ?? [];
  return day !== undefined && new Date(day).toISOString().startsWith(day);
}

function requireRetirement(answer: Retirement, portal: Portal): Retirement {
  if (typeof answer?.live === 'boolean' && answer.at) return answer;
  throw new CliError(
    `${portal.address} answered, but not with a retirement: check --portal`,
  );
}

async function retire(
  options: RetireOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const { json, quiet, stage, reason } = options;
  const { entityRef, release, channel } = placementOf(
    options,
    surroundings.env,
  );
  const supportUntil = dateOf(options.supportUntil);
  const portal = await connect(options, surroundings);
  // The same retirement has the same key, so that a job that runs twice is one
  const key = createHash('sha256')
    .update(
      JSON.stringify(['retire', entityRef, channel, release, stage ?? '']),
    )
    .digest('hex');
  const sent = await orDidYouMean(portal, entityRef, () =>
    askOrExplain(portal, { key, sleep: surroundings.sleep }, call =>
      portal.retention.recordRetirement(
        entityRef,
        { release, channel, stage, reason, supportUntil, idempotencyKey: key },
        call,
      ),
    ),
  );
  const retirement = requireRetirement(sent, portal);
  const link = portal.pageUrl(entityPage(entityRef));
  if (json) {
    terminal.json({ exitCode: ExitCode.yes, ...retirement, link });
    return ExitCode.yes;
  }
  terminal.wrapped(
    `✔ Recorded: ${entityRef} ${retirement.version} left ${
      retirement.stage ?? 'every stage'
    } at ${retirement.at}.`,
    { style: 'green' },
  );
  if (retirement.live) {
    terminal.wrapped(
      '⚠ It is live all the same: in another stage, or as the newest of its line.',
      { style: 'yellow' },
    );
  }
  if (!quiet) terminal.line(link);
  return ExitCode.yes;
}
