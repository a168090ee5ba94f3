import { Command } from 'commander';
import { ExitCode } from '../ExitCode';
import { writeJobSummary } from '../jobSummary';
import { Placement, placementOf } from '../placement';
import { askGate } from '../portal/askGate';
import { connect, PortalOptions } from '../portal/connect';
import { didYouMean, orDidYouMean } from '../portal/didYouMean';
import { entityPage } from '../portal/entityPage';
import { addOutputFlags, addPortalFlags, seconds } from '../portal/portalFlags';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { gateLine, printFixes } from '../verdict';
import { addExamples } from './addExamples';

interface GateOptions extends PortalOptions {
  entity?: string;
  release?: string;
  change?: string;
  stage?: string;
  wait?: number;
  json?: boolean;
  quiet?: boolean;
}

export function gateCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('gate')
    .description('asks the portal whether a release may be promoted')
    .option(
      '--entity <ref>',
      'kind:namespace/name in the catalog; else SUPPLY_CHAIN_ENTITY',
    )
    .option('--release <version>', 'the version; else SUPPLY_CHAIN_RELEASE')
    .option('--change <pr@sha>', 'a pull request or branch build instead')
    .option('--stage <name>', 'where it is to go, such as production')
    .option(
      '--wait <seconds>',
      'how long to wait for a verdict; else it is asked once',
      seconds,
    );
  addExamples(command, [
    [
      'Stop a promotion that the portal does not allow',
      'supply-chain gate --entity component:default/my-service --release 1.4.0 --stage production',
    ],
    [
      'Wait up to two minutes until it is judged',
      'supply-chain gate --entity my-service --release 1.4.0 --wait 120',
    ],
    [
      'Ask about a pull request, for a program',
      'supply-chain gate --entity my-service --change 128@"$HEAD_SHA" --json',
    ],
  ]);
  addOutputFlags(addPortalFlags(command)).action(
    async (options: GateOptions) => {
      end(await gate(options, surroundings));
    },
  );
}

function titleOf({ entityRef, release }: Placement, stage?: string): string {
  return `${entityRef} ${release}${stage ? ` for ${stage}` : ''}`;
}

async function gate(
  options: GateOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const { json, quiet, stage } = options;
  const placement = placementOf(options, surroundings.env);
  const portal = await connect(options, surroundings);
  const answer = await orDidYouMean(portal, placement.entityRef, () =>
    askGate(portal, placement, {
      sleep: surroundings.sleep,
      stage,
      waitMs: (options.wait ?? 0) * 1000,
      terminal: json || quiet ? undefined : terminal,
    }),
  );
  const line = gateLine(answer);
  const fixes = answer.fixFirst ?? [];
  const { entityRef, release, channel } = placement;
  const link = portal.pageUrl(entityPage(entityRef, answer.release?.id));
  const hint =
    answer.release || quiet
      ? undefined
      : await didYouMean(portal, placement.entityRef);
  if (json) {
    terminal.json({
      exitCode: line.exitCode,
      entityRef,
      version: release,
      channel,
      stage,
      ...answer,
      hint,
      link,
    });
  } else {
    if (!quiet) terminal.wrapped(titleOf(placement, stage), { style: 'bold' });
    terminal.wrapped(line.text, { style: line.style });
    if (!quiet) {
      printFixes(terminal, line.style === 'green' ? [] : fixes);
      if (hint) terminal.wrapped(hint, { style: 'bold' });
      terminal.line(link);
    }
  }
  await writeJobSummary(surroundings, {
    title: titleOf(placement, stage),
    verdict: line.text,
    fixes: line.style === 'green' ? [] : fixes,
    link,
  });
  return line.exitCode;
}
