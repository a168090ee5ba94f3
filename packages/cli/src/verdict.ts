import type {
  DecisionSummary,
  Fix,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { ExitCode } from './ExitCode';
import { Style, Terminal } from './terminal/Terminal';

/** What a command ends with. */
export interface VerdictLine {
  exitCode: ExitCode;
  text: string;
  style: Style;
}

type Counts = Omit<DecisionSummary['counts'], 'newViolations'> & {
  newViolations?: number;
};

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

function rest({ warnings, notJudged }: Counts): string {
  const parts = [];
  if (warnings > 0) parts.push(count(warnings, 'warning'));
  if (notJudged > 0) parts.push(`${count(notJudged, 'rule')} not judged`);
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}

function failing(counts: Counts): string {
  const { violations, total, newViolations = 0 } = counts;
  const fresh = newViolations > 0 ? `, ${newViolations} of them new` : '';
  return `${violations} of ${count(total, 'rule')} ${
    violations === 1 ? 'fails' : 'fail'
  }${fresh}${rest(counts)}`;
}

/** The verdict of rules as one line; `observing` says what would happen, and answers yes. */
export function verdictLine(decision: {
  verdict: DecisionSummary['verdict'];
  counts: Counts;
  observing?: boolean;
  enforcedFrom?: string;
  error?: { message: string };
}): VerdictLine {
  const { verdict, counts, observing, enforcedFrom, error } = decision;
  if (verdict === 'error') {
    return {
      exitCode: ExitCode.unknown,
      text: `! Could not judge: ${
        error?.message ?? 'the policy gave no verdict'
      }`,
      style: 'red',
    };
  }
  if (verdict === 'passed') {
    return {
      exitCode: ExitCode.yes,
      text: `✔ Can ship: ${count(counts.passed, 'rule')} passed${rest(
        counts,
      )}.`,
      style: 'green',
    };
  }
  const why =
    verdict === 'incomplete'
      ? `evidence is missing, ${failing(counts)}`
      : failing(counts);
  return observing
    ? {
        exitCode: ExitCode.yes,
        text: `⚠ Would not ship (observing only${
          enforcedFrom ? `, enforced from ${enforcedFrom.slice(0, 10)}` : ''
        }): ${why}.`,
        style: 'yellow',
      }
    : { exitCode: ExitCode.no, text: `✖ Cannot ship: ${why}.`, style: 'red' };
}

/** States in which a release has been taken in without a verdict. */
export function undecidedLine(state: PostureState | undefined): VerdictLine {
  const why =
    state === 'not-in-scope'
      ? 'no rules are set for this entity'
      : 'the portal has no verdict for it; is the entity registered in the catalog?';
  return {
    exitCode: ExitCode.unknown,
    text: `? Not known: ${why}.`,
    style: 'yellow',
  };
}

/** At most three things to do, each with its place and its command. */
export function printFixes(
  terminal: Terminal,
  fixes: Pick<
    Fix,
    'title' | 'message' | 'solution' | 'command' | 'place' | 'isNew' | 'path'
  >[],
): void {
  for (const [index, fix] of fixes.slice(0, 3).entries()) {
    terminal.line(
      `${index + 1} ${fix.title}: ${fix.message}${fix.isNew ? ' [NEW]' : ''}`,
    );
    if (fix.place) terminal.line(`    at ${fix.place}`, 'dim');
    if (fix.path?.length)
      terminal.line(`    via ${fix.path.join(' → ')}`, 'dim');
    terminal.line(`    ${fix.solution}`);
    if (fix.command && !fix.solution.includes(fix.command)) {
      terminal.line(`    $ ${fix.command}`, 'cyan');
    }
  }
}
