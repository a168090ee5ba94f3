import type {
  Expectation,
  Posture,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Style, Terminal } from '../terminal/Terminal';
import { printFixes, stateLine } from '../verdict';
import { changesText } from './changesText';
import { FindingCounts, SEVERITIES } from './findPosture';

const DOTS: Record<
  Expectation['state'],
  { dot: string; word: string; style?: Style }
> = {
  ok: { dot: '●', word: 'ok', style: 'green' },
  unverified: { dot: '◐', word: 'unverified', style: 'yellow' },
  stale: { dot: '◐', word: 'old', style: 'yellow' },
  missing: { dot: '○', word: 'missing', style: 'red' },
  'not-expected': { dot: '–', word: 'not expected', style: 'dim' },
};

function day(time: string | undefined): string {
  return time ? time.slice(0, 10) : '';
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

function printState(terminal: Terminal, posture: Posture): void {
  const { state, stateSince, release, outOfDate, judging } = posture;
  const { text, style } = stateLine(state);
  const since = stateSince ? ` since ${day(stateSince)}` : '';
  terminal.wrapped(`${text}${since}`, { style });
  if (!release) {
    terminal.wrapped('No release has evidence yet.');
  } else {
    const { version, line, channel, madeAt } = release;
    const about = channel === 'change' ? 'change' : `line ${line}`;
    terminal.wrapped(`Release ${version} (${about}, ${day(madeAt)})`, {
      indent: '    ',
    });
  }
  if (outOfDate) {
    terminal.wrapped(`${outOfDate.version} was tagged without evidence.`, {
      style: 'yellow',
    });
  }
  if (judging) terminal.wrapped('A judgement is on its way.', { style: 'dim' });
}

/** One line for each kind, so that a narrow terminal breaks none apart. */
function printEvidence(terminal: Terminal, expected: Expectation[]): void {
  for (const { kind, state, detail, since, level } of expected) {
    const { dot, word, style } = DOTS[state] ?? { dot: '?', word: state };
    const more = [
      detail,
      since && `since ${since.version ?? day(since.at)}`,
      state === 'missing' && level,
    ].filter(Boolean);
    const rest = more.length > 0 ? ` (${more.join(', ')})` : '';
    terminal.wrapped(`${dot} ${kind}: ${word}${rest}`, { style, indent: '  ' });
  }
}

function printCounts(
  terminal: Terminal,
  { release, counts }: Posture,
  findings: FindingCounts,
): void {
  if (!release) return;
  const bySeverity = SEVERITIES.filter(severity => findings[severity])
    .map(severity => `${findings[severity]} ${severity}`)
    .join(', ');
  terminal.wrapped(
    [
      count(counts.components, 'component'),
      `${count(counts.findings, 'finding')}${
        bySeverity ? ` (${bySeverity})` : ''
      }`,
      `${counts.evidence} pieces of evidence`,
    ].join(' · '),
    { indent: '  ' },
  );
}

/** The state of an entity as the fold of its page shows it. */
export function printPosture(
  terminal: Terminal,
  posture: Posture,
  more: {
    findings: FindingCounts;
    hint?: string;
    link: string;
    quiet?: boolean;
  },
): void {
  const { entityRef, title, expected, fixFirst } = posture;
  if (more.quiet) {
    const { text, style } = stateLine(posture.state);
    terminal.line(text, style);
    return;
  }
  terminal.wrapped(title ? `${title} ${entityRef}` : entityRef, {
    style: 'bold',
  });
  printState(terminal, posture);
  printEvidence(terminal, expected ?? []);
  printCounts(terminal, posture, more.findings);
  if (posture.changes) {
    terminal.wrapped(changesText(posture.changes), { indent: '    ' });
  }
  printFixes(terminal, fixFirst ?? []);
  if (more.hint) terminal.wrapped(more.hint, { style: 'bold' });
  terminal.line(more.link);
}
