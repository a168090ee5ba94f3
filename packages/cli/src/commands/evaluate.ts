import { Command, InvalidArgumentError, Option } from 'commander';
import { EVIDENCE_KINDS } from '@hotpass/backstage-plugin-supply-chain-common';
import type {
  EvidenceKind,
  RuleHit,
  RuleResult,
} from '@hotpass/supply-chain-evidence';
import { openEvidenceFiles } from '../documents/EvidenceFile';
import { judgeFiles, LocalJudgement } from '../evaluate/judgeFiles';
import { ReadFile, readFiles } from '../evaluate/readFiles';
import { ExitCode } from '../ExitCode';
import { entityRefOf } from '../placement';
import { placeText } from '../portal/explain';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { VerdictLine, verdictLine } from '../verdict';

interface EvaluateOptions {
  entity: string;
  release: string;
  collection: string;
  expect?: EvidenceKind[];
  complete?: boolean;
  json?: boolean;
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
  program
    .command('evaluate')
    .description('judges documents on this machine, as the portal would')
    .argument('<files...>', 'SBOM, provenance, scan, checksums, …')
    .option('--entity <ref>', 'kind:namespace/name', 'component:default/local')
    .option('--release <version>', 'the version they are about', 'local')
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
    .option('--json', 'print the judgement as JSON')
    .action(async (files: string[], options: EvaluateOptions) => {
      end(await evaluate(files, options, surroundings));
    });
}

async function evaluate(
  paths: string[],
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const entityRef = entityRefOf(options.entity);
  const read = await readFiles(
    await openEvidenceFiles(paths, surroundings.cwd),
  );
  const local = await judgeFiles({
    read,
    entityRef,
    release: options.release,
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
  if (options.json) {
    terminal.json({ exitCode: verdict.exitCode, ...local });
  } else {
    printAll(terminal, read, local, verdict);
  }
  return verdict.exitCode;
}

function printAll(
  terminal: Terminal,
  read: ReadFile[],
  { judgement, notGiven }: LocalJudgement,
  verdict: VerdictLine,
): void {
  for (const one of read) printFile(terminal, one);
  const of = (status: RuleResult['status']) =>
    judgement.rules.filter(rule => rule.status === status);
  for (const rule of of('violation')) printRule(terminal, '✖', rule);
  for (const rule of of('warning')) printRule(terminal, '⚠', rule);
  printNotJudged(terminal, of('not-judged'), notGiven);
  terminal.line(verdict.text, verdict.style);
}

function printFile(terminal: Terminal, { file, fragment }: ReadFile): void {
  const { recognised, valid, components, findings } = fragment;
  const what = [
    recognised.kind,
    `${recognised.format} ${recognised.version ?? ''}`.trim(),
    components && `${components.name.length} components`,
    recognised.kind === 'scan' && `${findings.length} findings`,
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
