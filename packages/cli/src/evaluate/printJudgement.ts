import type {
  EvidenceKind,
  EvidenceTrust,
  RuleHit,
  RuleResult,
} from '@hotpass/supply-chain-evidence';
import { placeText } from '../portal/explain';
import { countText } from '../terminal/countText';
import { Terminal } from '../terminal/Terminal';
import { LocalJudgement } from './judgeFiles';
import { ReadFile } from './readFiles';

const SHOWN_HITS = 10;

/** What was read and what every rule says of it, for a person. */
export function printJudgement(
  terminal: Terminal,
  read: ReadFile[],
  { judgement, notGiven, trust }: LocalJudgement,
): void {
  for (const one of read) {
    printFile(terminal, one);
    const known = trust?.evidence[one.file.given];
    if (known) printTrust(terminal, known);
  }
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

/** What cannot be told yet is told by the signature, else the line has the last word. */
function printTrust(
  terminal: Terminal,
  { signature, trust }: EvidenceTrust,
): void {
  const isTrusted = signature.state === 'verified' && trust.state === 'trusted';
  const reasons =
    signature.state === 'verified'
      ? [trust.reason]
      : [signature.reason, trust.reason];
  for (const reason of reasons.filter(Boolean)) {
    terminal.line(`    ${reason}`, isTrusted ? 'green' : 'yellow');
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
