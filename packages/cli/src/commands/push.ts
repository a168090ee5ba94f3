import { Command, InvalidArgumentError, Option } from 'commander';
import {
  EVIDENCE_KINDS,
  type Receipt,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import { EvidenceFile, openEvidenceFiles } from '../documents/EvidenceFile';
import { ExitCode } from '../ExitCode';
import { writeJobSummary } from '../jobSummary';
import {
  idempotencyKey,
  Placement,
  placementOf,
  PlacementOptions,
} from '../placement';
import { connect, Portal, PortalOptions } from '../portal/connect';
import { deliver } from '../portal/deliver';
import { explain, placeText } from '../portal/explain';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import {
  printFixes,
  undecidedLine,
  VerdictLine,
  verdictLine,
} from '../verdict';

interface PushOptions extends PlacementOptions, PortalOptions {
  contentEncoding?: 'gzip' | 'zstd';
  wait: number;
  dryRun?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** What became of one file. */
interface Delivery {
  file: string;
  digest: string;
  receipt?: Receipt;
  error?: string;
}

const collect = (value: string, all: string[] = []) => [...all, value];

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 3600) {
    throw new InvalidArgumentError('It is a number of seconds, 1 to 3600.');
  }
  return value;
}

export function pushCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  program
    .command('push')
    .description('sends documents to the portal and says whether this may ship')
    .argument('<files...>', 'SBOM, provenance, scan, checksums, …')
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
      ).choices(EVIDENCE_KINDS),
    )
    .option(
      '--output <alg:hex=name>',
      'a build product, by its full digest; can be repeated',
      collect,
    )
    .option('--made-at <time>', 'build time, RFC 3339')
    .addOption(
      new Option(
        '--content-encoding <encoding>',
        'the files are compressed for the way only; the portal keeps what is inside',
      ).choices(['gzip', 'zstd']),
    )
    .option('--portal <url>', 'address of the portal; else SUPPLY_CHAIN_PORTAL')
    .option('--token <token>', 'better: SUPPLY_CHAIN_TOKEN')
    .option(
      '--wait <seconds>',
      'how long to wait for the verdict',
      seconds,
      120,
    )
    .option('--dry-run', 'check everything and send nothing')
    .option('--json', 'print receipts and verdict as JSON')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (files: string[], options: PushOptions) => {
      end(await push(files, options, surroundings));
    });
}

async function push(
  paths: string[],
  options: PushOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const placement = placementOf(options, surroundings.env);
  const files = await openEvidenceFiles(paths, surroundings.cwd);
  if (options.dryRun) return dryRun(files, placement, options, terminal);

  const portal = await connect(options, surroundings);
  const deliveries: Delivery[] = [];
  for (const file of files) {
    const delivery = await sendOne(file, placement, portal, options, {
      ...surroundings,
      terminal,
    });
    deliveries.push(delivery);
    if (!options.json && !options.quiet) printDelivery(terminal, delivery);
    else if (!options.json && delivery.error) {
      terminal.error(`✖ ${delivery.file}: ${delivery.error}`);
    }
  }
  return await conclude(deliveries, placement, portal, options, {
    env: surroundings.env,
    terminal,
  });
}

function dryRun(
  files: EvidenceFile[],
  placement: Placement,
  options: PushOptions,
  terminal: Terminal,
): ExitCode {
  const would = files.map(file => ({
    file: file.given,
    digest: file.digest,
    size: file.size,
    idempotencyKey: idempotencyKey(file.digest, placement),
  }));
  if (options.json) {
    terminal.json({ dryRun: true, placement, files: would });
  } else {
    for (const one of would) {
      terminal.line(`${one.file}: ${one.size} bytes, ${one.digest}`);
    }
    terminal.line(
      `Nothing was sent. It would go to ${placement.entityRef} ${placement.release} (${placement.channel}).`,
    );
  }
  return ExitCode.yes;
}

async function sendOne(
  file: EvidenceFile,
  placement: Placement,
  portal: Portal,
  options: PushOptions,
  { terminal, sleep }: Surroundings & { terminal: Terminal },
): Promise<Delivery> {
  const result: Delivery = { file: file.given, digest: file.digest };
  try {
    const receipt = await deliver(
      {
        file,
        placement,
        portal,
        contentEncoding: options.contentEncoding,
        waitMs: options.wait * 1000,
        onProgress: text => {
          if (!options.quiet && !options.json) terminal.progress(text);
        },
      },
      { sleep },
    );
    if (receipt.status !== 'refused') return { ...result, receipt };
    const { reason = 'refused', remedy, ...place } = receipt.refusal ?? {};
    const advice = remedy ? `. ${remedy}` : '';
    return {
      ...result,
      receipt,
      error: `${reason}${placeText(place)}${advice}`,
    };
  } catch (error) {
    return {
      ...result,
      error:
        error instanceof CliError
          ? error.message
          : explain(error, portal.address),
    };
  }
}

function printDelivery(terminal: Terminal, delivery: Delivery): void {
  const { file, receipt, error } = delivery;
  if (error) {
    terminal.error(`✖ ${file}: ${error}`);
    return;
  }
  const evidence = receipt?.evidence;
  const { recognised, valid } = evidence?.facts ?? {};
  const what = [
    evidence?.kind,
    recognised && `${recognised.format} ${recognised.version ?? ''}`.trim(),
    evidence?.componentCount !== undefined &&
      `${evidence.componentCount} components`,
    evidence?.findingCount !== undefined && `${evidence.findingCount} findings`,
    receipt?.status === 'known' && 'already there',
  ].filter(Boolean);
  terminal.line(`✔ ${file}: ${what.join(', ')}`);
  if (valid?.state !== 'invalid') return;
  for (const defect of valid.defects.slice(0, 3)) {
    terminal.line(`    ${defect.message}${placeText(defect)}`, 'yellow');
  }
  if (valid.defectCount > 3) {
    terminal.line(`    and ${valid.defectCount - 3} more defects`, 'yellow');
  }
}

/** The verdict of the last receipt, which has seen every document before it. */
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
  const decision = receipt?.decision;
  if (!decision) return undecidedLine(receipt?.state);
  return verdictLine({ ...decision, observing: decision.mode === 'observe' });
}

async function conclude(
  deliveries: Delivery[],
  placement: Placement,
  portal: Portal,
  options: PushOptions,
  { terminal, env }: { terminal: Terminal; env: NodeJS.ProcessEnv },
): Promise<ExitCode> {
  const verdict = verdictOf(deliveries);
  const last = deliveries
    .map(({ receipt }) => receipt)
    .filter(Boolean)
    .pop();
  const link = last?.link === undefined ? undefined : portal.pageUrl(last.link);
  const fixes = last?.fixFirst ?? [];
  if (options.json) {
    terminal.json({
      verdict: last?.decision?.verdict,
      exitCode: verdict.exitCode,
      link,
      placement,
      deliveries,
    });
  } else {
    terminal.line(verdict.text, verdict.style);
    if (verdict.exitCode !== ExitCode.yes || verdict.style === 'yellow') {
      printFixes(terminal, fixes);
    }
    if (link) terminal.line(link);
  }
  await writeJobSummary(env, {
    title: `${placement.entityRef} ${placement.release}`,
    verdict: verdict.text,
    fixes,
    link,
  });
  return verdict.exitCode;
}
