import type {
  DecisionSummary,
  Fix,
  Gate,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { ExitCode } from './ExitCode';
import { countText } from './terminal/countText';
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

function rest({ warnings, notJudged }: Counts): string {
  const parts = [];
  if (warnings > 0) parts.push(countText(warnings, 'warning'));
  if (notJudged > 0) parts.push(`${countText(notJudged, 'rule')} not judged`);
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}

function failing(counts: Counts): string {
  const { violations, total, notJudged, newViolations = 0 } = counts;
  const fresh = newViolations > 0 ? `, ${newViolations} of them new` : '';
  // As the pages count: what was not judged is neither a pass nor a failure
  return `${violations} of ${countText(total - notJudged, 'rule')} ${
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
      text: `✔ Can ship: ${countText(counts.passed, 'rule')} passed${rest(
        counts,
      )}.`,
      style: 'green',
    };
  }
  const why =
    verdict === 'incomplete'
      ? `evidence is missing or could not be read${rest(counts)}`
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

/**
 * The portal's answer as one line. The answer alone decides the exit code: whatever
 * is not a plain yes or no could not be told.
 */
export function gateLine(gate: Gate): VerdictLine {
  const { answer, decision, observing, reason } = gate;
  const exitCode =
    { yes: ExitCode.yes, no: ExitCode.no, unknown: ExitCode.unknown }[answer] ??
    ExitCode.unknown;
  if (exitCode !== ExitCode.unknown && decision) {
    const line = verdictLine({ ...decision, observing });
    // A decision that says otherwise was overruled: then the reason tells more
    if (line.exitCode === exitCode) return line;
  }
  if (exitCode === ExitCode.yes) {
    return { exitCode, text: `✔ Can ship: ${reason}.`, style: 'green' };
  }
  if (exitCode === ExitCode.no) {
    return { exitCode, text: `✖ Cannot ship: ${reason}.`, style: 'red' };
  }
  const why = typeof reason === 'string' && reason ? reason : 'no reason given';
  return { exitCode, text: `? Not known: ${why}.`, style: 'yellow' };
}

/** What each word for an entity looks like, and whether it is a yes. */
const STATES: Record<PostureState, VerdictLine> = {
  'can-ship': { exitCode: ExitCode.yes, text: '✔ Can ship', style: 'green' },
  'cannot-ship': { exitCode: ExitCode.no, text: '✖ Cannot ship', style: 'red' },
  'would-not-ship': {
    exitCode: ExitCode.yes,
    text: '⚠ Would not ship (observing only)',
    style: 'yellow',
  },
  'out-of-date': {
    exitCode: ExitCode.unknown,
    text: '? Out of date',
    style: 'yellow',
  },
  'not-known': {
    exitCode: ExitCode.unknown,
    text: '? Not known',
    style: 'yellow',
  },
  'could-not-judge': {
    exitCode: ExitCode.unknown,
    text: '! Could not judge',
    style: 'red',
  },
  'not-in-scope': {
    exitCode: ExitCode.unknown,
    text: '? Not in scope',
    style: 'dim',
  },
};

/** The word for an entity's release; one that is not known here is no yes. */
export function stateLine(state: PostureState): VerdictLine {
  return (
    STATES[state] ?? {
      exitCode: ExitCode.unknown,
      text: `? ${state}`,
      style: 'yellow',
    }
  );
}

/** At most three things to do, each with its place and its command. */
export function printFixes(
  terminal: Terminal,
  fixes: (Pick<Fix, 'title' | 'message' | 'solution'> &
    Partial<Pick<Fix, 'command' | 'place' | 'isNew' | 'path'>>)[],
): void {
  for (const [index, fix] of fixes.slice(0, 3).entries()) {
    terminal.wrapped(
      `${index + 1} ${fix.title}: ${fix.message}${fix.isNew ? ' [NEW]' : ''}`,
      { indent: '    ' },
    );
    if (fix.place) terminal.line(`    at ${fix.place}`, 'dim');
    if (fix.path?.length) {
      terminal.wrapped(`    via ${fix.path.join(' → ')}`, { style: 'dim' });
    }
    terminal.wrapped(`    ${fix.solution}`);
    // Never wrapped: it is there to be copied
    if (fix.command && !fix.solution.includes(fix.command)) {
      terminal.line(`    $ ${fix.command}`, 'cyan');
    }
  }
}
