import { createHash } from 'node:crypto';
import type { Promotion } from '@hotpass/backstage-plugin-supply-chain-common';
import { Command } from 'commander';
import { CliError } from '../CliError';
import { ExitCode } from '../ExitCode';
import { writeJobSummary } from '../jobSummary';
import { Placement, placementOf } from '../placement';
import { askOrExplain } from '../portal/ask';
import { connect, Portal, PortalOptions } from '../portal/connect';
import { orDidYouMean } from '../portal/didYouMean';
import { entityPage } from '../portal/entityPage';
import { addOutputFlags, addPortalFlags } from '../portal/portalFlags';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { addExamples } from './addExamples';

interface PromotedOptions extends PortalOptions {
  entity?: string;
  release?: string;
  change?: string;
  stage: string;
  json?: boolean;
  quiet?: boolean;
}

export function promotedCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('promoted')
    .description('tells the portal that a release went to a stage')
    .option(
      '--entity <ref>',
      'kind:namespace/name in the catalog; else SUPPLY_CHAIN_ENTITY',
    )
    .option('--release <version>', 'the version; else SUPPLY_CHAIN_RELEASE')
    .option('--change <pr@sha>', 'a pull request or branch build instead')
    .requiredOption('--stage <name>', 'where it went, such as production');
  addExamples(command, [
    [
      'Ask, deploy, tell',
      'supply-chain gate --release 1.4.0 --stage production && ./deploy && supply-chain promoted --release 1.4.0 --stage production',
    ],
  ]);
  addOutputFlags(addPortalFlags(command)).action(
    async (options: PromotedOptions) => {
      end(await promoted(options, surroundings));
    },
  );
}

/** The same promotion has the same key, so that a job that runs twice is one. */
function keyOf({ entityRef, release, channel }: Placement, stage: string) {
  return createHash('sha256')
    .update(JSON.stringify(['promoted', entityRef, channel, release, stage]))
    .digest('hex');
}

function requirePromotion(answer: Promotion, portal: Portal): Promotion {
  if (typeof answer?.stage === 'string' && answer.at) return answer;
  throw new CliError(
    `${portal.address} answered, but not with a promotion: check --portal`,
  );
}

/** What the gate had said, where that was not a yes. */
function warningOf({ asked, stage }: Promotion): string | undefined {
  if (asked?.answer === 'yes') return undefined;
  const said =
    asked === undefined
      ? `The gate had not been asked for ${stage}`
      : { no: 'The gate had said no', unknown: 'The gate had no answer' }[
          asked.answer
        ];
  return `⚠ ${said}: pipeline health shows it.`;
}

async function promoted(
  options: PromotedOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const { json, quiet, stage } = options;
  const placement = placementOf(options, surroundings.env);
  const { entityRef, release, channel } = placement;
  const portal = await connect(options, surroundings);
  const key = keyOf(placement, stage);
  const sent = await orDidYouMean(portal, entityRef, () =>
    askOrExplain(portal, { key, sleep: surroundings.sleep }, call =>
      portal.client.recordPromotion(
        entityRef,
        { release, channel, stage, idempotencyKey: key },
        call,
      ),
    ),
  );
  const promotion = requirePromotion(sent, portal);
  const link = portal.pageUrl(entityPage(entityRef));
  const recorded = `✔ Recorded: ${entityRef} ${promotion.version} is in ${promotion.stage} since ${promotion.at}.`;
  const warning = warningOf(promotion);
  if (json) {
    terminal.json({ exitCode: ExitCode.yes, ...promotion, link });
  } else {
    terminal.wrapped(recorded, { style: 'green' });
    if (warning) terminal.wrapped(warning, { style: 'yellow' });
    if (!quiet) terminal.line(link);
  }
  await writeJobSummary(surroundings, {
    title: `${entityRef} ${promotion.version} in ${promotion.stage}`,
    verdict: [recorded, warning].filter(Boolean).join(' '),
    fixes: [],
    link,
  });
  return ExitCode.yes;
}
