import { Command, Option } from 'commander';
import { EVIDENCE_KINDS } from '@hotpass/backstage-plugin-supply-chain-common';
import { ExitCode } from '../ExitCode';
import { connect } from '../portal/connect';
import { isForkWithoutToken } from '../portal/forkRun';
import {
  addOutputFlags,
  addPortalFlags,
  collect,
  seconds,
} from '../portal/portalFlags';
import { judgeHere } from '../push/judgeHere';
import { planFiles } from '../push/planFiles';
import { planTree } from '../push/planTree';
import { printPlan } from '../push/printPlan';
import { PushOptions } from '../push/PushOptions';
import { Outcome, sendEntry } from '../push/sendEntry';
import {
  outcomeJson,
  printOutcome,
  summariseOutcome,
  worstOf,
} from '../push/tellOutcome';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { addExamples } from './addExamples';

export function pushCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('push')
    .description('sends documents to the portal and says whether this may ship')
    .argument('[files...]', 'SBOM, provenance, scan, checksums, …')
    .option(
      '--all',
      'every catalog-info.yaml of this folder or the given one, with the evidence beside it',
    )
    .option(
      '--evidence <glob>',
      'with --all: where evidence lies beside a catalog-info.yaml; can be repeated',
      collect,
    )
    .option(
      '--exclude <glob>',
      'with --all: paths to leave out; can be repeated',
      collect,
    )
    .option(
      '--entity <ref>',
      'kind:namespace/name in the catalog; else SUPPLY_CHAIN_ENTITY',
    )
    .option(
      '--release <version>',
      'the version this is evidence of; else SUPPLY_CHAIN_RELEASE',
    )
    .option('--change <pr@sha>', 'a pull request or branch build instead')
    .option('--line <name>', 'line of releases, such as main or 1.x')
    .option('--stream <name>', 'which SBOM of the release this is')
    .addOption(
      new Option(
        '--kind <kind>',
        'only needed where the document does not tell',
        // What a signature is over, the file beside it tells
      ).choices(EVIDENCE_KINDS.filter(kind => kind !== 'signature')),
    )
    .option(
      '--output <file or digest>',
      'a build product: its file, or <alg:hex=name>; can be repeated',
      collect,
    )
    .option('--made-at <time>', 'build time, RFC 3339')
    .addOption(
      new Option(
        '--content-encoding <encoding>',
        'the files are compressed for the way only; the portal keeps what is inside',
      ).choices(['gzip', 'zstd']),
    )
    .option(
      '--wait <seconds>',
      'how long to wait for the verdict',
      seconds,
      120,
    )
    .option('--dry-run', 'check everything and send nothing');
  addExamples(command, [
    [
      'Send an SBOM of a release and ask for the verdict',
      'supply-chain push bom.json --entity component:default/my-service --release 1.4.0',
    ],
    [
      'With all that a release has, and what was built',
      'supply-chain push sbom.json provenance.json checksums.txt --entity my-service --release 1.4.0 --output dist/my-service.tgz',
    ],
    [
      'Send the evidence of a pull request',
      'supply-chain push bom.json --entity my-service --change 128@"$HEAD_SHA"',
    ],
    [
      'See what would be sent for every catalog-info.yaml of a monorepo',
      'supply-chain push --all --release 1.4.0 --dry-run',
    ],
    [
      'Evidence of several entities in one folder, told apart by name',
      'supply-chain push --all services --release 1.4.0 --evidence "build/{name}.cdx.json"',
    ],
  ]);
  addOutputFlags(addPortalFlags(command)).action(
    async (paths: string[], options: PushOptions) => {
      end(await push(paths, options, surroundings));
    },
  );
}

async function push(
  paths: string[],
  options: PushOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const plan = options.all
    ? await planTree(paths, options, surroundings)
    : await planFiles(paths, options, surroundings);
  if (options.dryRun) {
    printPlan(plan, options, terminal);
    return ExitCode.yes;
  }
  if (!options.token && (await isForkWithoutToken(surroundings.env))) {
    return await judgeHere(plan, options, surroundings);
  }
  const portal = await connect(options, surroundings);

  const outcomes: Outcome[] = [];
  const isTold = !options.json && !options.quiet && !options.all;
  for (const note of isTold ? plan.notes : [])
    terminal.line(`– ${note}`, 'dim');
  for (const entry of plan.entries) {
    const isLoud = !options.json && !options.quiet;
    if (options.all && !options.json) {
      const { entityRef, release } = entry.placement;
      terminal.line(`${entityRef} ${release}`, 'bold');
    }
    const outcome = await sendEntry(entry, portal, {
      ...options,
      sleep: surroundings.sleep,
      terminal,
    });
    outcomes.push(outcome);
    if (!options.json) printOutcome(terminal, outcome, { quiet: !isLoud });
    await summariseOutcome(outcome, surroundings);
  }
  const exitCode = worstOf(outcomes.map(({ verdict }) => verdict.exitCode));
  if (options.json) {
    const all = outcomes.map(outcomeJson);
    terminal.json(
      options.all
        ? { exitCode, entities: all, notes: plan.notes }
        : { ...all[0], ...(plan.notes.length > 0 && { notes: plan.notes }) },
    );
  } else if (options.all && !options.quiet) {
    for (const note of plan.notes) terminal.line(`– ${note}`, 'dim');
  }
  return exitCode;
}
