import { Command, InvalidArgumentError, Option } from 'commander';
import { EVIDENCE_KINDS } from '@hotpass/backstage-plugin-supply-chain-common';
import type {
  EvidenceKind,
  RuleHit,
  RuleResult,
} from '@hotpass/supply-chain-evidence';
import { openEvidenceFiles } from '../documents/EvidenceFile';
import {
  findLink,
  tellResult,
  TellOptions,
  terminalBeside,
} from '../documents/tellResult';
import { fixesOf } from '../evaluate/fixesOf';
import { judgeFiles, LocalJudgement } from '../evaluate/judgeFiles';
import { ReadFile, readFiles } from '../evaluate/readFiles';
import { toSarif } from '../evaluate/toSarif';
import { ExitCode } from '../ExitCode';
import { entityRefOf } from '../placement';
import { placeText } from '../portal/explain';
import type { Surroundings } from '../Surroundings';
import { countText } from '../terminal/countText';
import { Terminal } from '../terminal/Terminal';
import { verdictLine } from '../verdict';
import { addExamples } from './addExamples';

interface EvaluateOptions extends TellOptions {
  entity?: string;
  release?: string;
  collection: string;
  expect?: EvidenceKind[];
  complete?: boolean;
  output: 'text' | 'json' | 'sarif';
}

const SHOWN_HITS = 10;

function kinds(text: string): EvidenceKind[] {
  const given = text.split(',').map(kind => kind.trim());
  const wrong = given.find(
    kind => !EVIDENCE_KINDS.includes(kind as EvidenceKind),
  );
  if (wrong !== undefined) {
    throw new InvalidArgumentError(
      `'${wrong}' is not one of ${EVIDENCE_KINDS.join(', ')}.`,
    );
  }
  return given as EvidenceKind[];
}

export function evaluateCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('evaluate')
    .description('judges documents on this machine, as the portal would')
    .argument('<files...>', 'SBOM, provenance, scan, checksums, …')
    .option(
      '--entity <ref>',
      'kind:namespace/name; else SUPPLY_CHAIN_ENTITY or component:default/local',
    )
    .option(
      '--release <version>',
      'the version they are about; else SUPPLY_CHAIN_RELEASE or local',
    )
    .addOption(
      new Option('--collection <name>', 'which rules count')
        .choices(['minimal', 'release'])
        .default('release'),
    )
    .option(
      '--expect <kinds>',
      'required kinds, with commas; else an SBOM, and provenance wanted',
      kinds,
    )
    .option(
      '--complete',
      'there is nothing but these files: the rest is missing',
    )
    .addOption(
      new Option('--output <form>', 'how the judgement is printed')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('--json', 'the same as --output json')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (files: string[], options: EvaluateOptions) => {
      end(await evaluate(files, options, surroundings));
    });
  addExamples(command, [
    [
      'before anything is sent',
      'supply-chain evaluate dist/sbom/my-service-sbom.json',
    ],
    [
      'everything that a release needs, else no',
      'supply-chain evaluate sbom.cdx.json provenance.json --expect sbom,provenance --complete',
    ],
    [
      'for code scanning',
      'supply-chain evaluate sbom.cdx.json --output sarif > supply-chain.sarif',
    ],
  ]);
}

async function evaluate(
  paths: string[],
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { env, cwd } = surroundings;
  const output = options.json ? 'json' : options.output;
  const entity = options.entity ?? env.SUPPLY_CHAIN_ENTITY;
  const release = options.release ?? env.SUPPLY_CHAIN_RELEASE ?? 'local';
  const entityRef = entityRefOf(entity ?? 'component:default/local');
  const read = await readFiles(await openEvidenceFiles(paths, cwd));
  const local = await judgeFiles({
    read,
    entityRef,
    release,
    channel: 'release',
    collection: options.collection,
    expected: options.expect?.map(kind => ({
      kind,
      level: 'required' as const,
    })) ?? [
      { kind: 'sbom', level: 'required' },
      { kind: 'provenance', level: 'wanted' },
    ],
    complete: options.complete ?? false,
    now: new Date(),
  });
  const verdict = verdictLine(local.judgement);
  const { exitCode } = verdict;
  const fixes = fixesOf(local.judgement.rules);
  // What a program reads goes alone to standard output.
  const terminal =
    output === 'sarif'
      ? terminalBeside('-', surroundings)
      : new Terminal(surroundings);
  if (output === 'sarif') {
    const tool = require('../../package.json');
    const log = toSarif({ read, local, tool, exitCode });
    new Terminal(surroundings).json(log);
  } else if (output === 'text' && !options.quiet) {
    printAll(terminal, read, local);
  }
  await tellResult(
    {
      title: `${entityRef} ${release}, judged locally`,
      verdict,
      fixes,
      link: await findLink(surroundings, entity),
      details: local,
    },
    {
      json: output === 'json',
      quiet: options.quiet,
      // Again below a list that is longer than a look
      fixesShown: output === 'text' && fixes.length <= 3,
    },
    { ...surroundings, terminal },
  );
  return exitCode;
}

function printAll(
  terminal: Terminal,
  read: ReadFile[],
  { judgement, notGiven }: LocalJudgement,
): void {
  for (const one of read) printFile(terminal, one);
  const of = (status: RuleResult['status']) =>
    judgement.rules.filter(rule => rule.status === status);
  for (const rule of of('violation')) printRule(terminal, '✖', rule);
  for (const rule of of('warning')) printRule(terminal, '⚠', rule);
  printNotJudged(terminal, of('not-judged'), notGiven);
}

function printFile(terminal: Terminal, { file, fragment }: ReadFile): void {
  const { recognised, valid, components, findings } = fragment;
  const what = [
    recognised.kind,
    `${recognised.format} ${recognised.version ?? ''}`.trim(),
    components && countText(components.name.length, 'component'),
    recognised.kind === 'scan' && countText(findings.length, 'finding'),
    valid.state === 'not-checked' ? 'recognised, not read yet' : valid.state,
  ].filter(Boolean);
  terminal.line(`${file.given}: ${what.join(', ')}`);
  for (const defect of valid.defects.slice(0, 3)) {
    terminal.line(`    ${defect.message}${placeText(defect)}`, 'yellow');
  }
  if (valid.defectCount > 3) {
    terminal.line(`    and ${valid.defectCount - 3} more defects`, 'yellow');
  }
}

function placeOf({ evidenceId, place }: RuleHit): string {
  return [evidenceId, place].filter(Boolean).join(' ');
}

function printRule(terminal: Terminal, mark: string, rule: RuleResult): void {
  const since =
    rule.willFail && rule.effectiveOn
      ? `, fails from ${rule.effectiveOn.slice(0, 10)}`
      : '';
  terminal.line(
    `${mark} ${rule.title} (${rule.code}${since})`,
    rule.status === 'violation' ? 'red' : 'yellow',
  );
  for (const hit of rule.hits.slice(0, SHOWN_HITS)) {
    terminal.line(`    ${hit.message}`);
    if (placeOf(hit)) terminal.line(`      at ${placeOf(hit)}`, 'dim');
    terminal.line(`      ${hit.solution}`);
    if (hit.command && !hit.solution.includes(hit.command)) {
      terminal.line(`      $ ${hit.command}`, 'cyan');
    }
  }
  const more = rule.hitCount - Math.min(rule.hits.length, SHOWN_HITS);
  if (more > 0) terminal.line(`    and ${more} more`);
}

function printNotJudged(
  terminal: Terminal,
  rules: RuleResult[],
  notGiven: EvidenceKind[],
): void {
  for (const rule of rules) {
    terminal.line(
      `– Not judged: ${rule.title} (${rule.code})${
        rule.reason ? `: ${rule.reason}` : ''
      }`,
      'dim',
    );
  }
  if (notGiven.length > 0) {
    terminal.line(
      `– Not given, so not judged: ${notGiven.join(
        ', ',
      )}. With --complete they count as missing.`,
      'dim',
    );
  }
}
