import { ExitCode } from '../ExitCode';
import { writeJobSummary } from '../jobSummary';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { printFixes } from '../verdict';
import { printRegistration } from './registerEntity';
import { Outcome } from './sendEntry';

/** The verdict, what to fix first, and where to look. */
export function printOutcome(
  terminal: Terminal,
  outcome: Outcome,
  { quiet = false }: { quiet?: boolean } = {},
): void {
  const { verdict, last, link, placement, registration } = outcome;
  if (registration && !quiet) {
    printRegistration(terminal, placement.entityRef, registration);
  }
  terminal.line(verdict.text, verdict.style);
  if (quiet) return;
  if (verdict.exitCode !== ExitCode.yes || verdict.style === 'yellow') {
    printFixes(terminal, last?.fixFirst ?? []);
  }
  if (link) terminal.line(link);
}

/** The same for programs. */
export function outcomeJson(outcome: Outcome): object {
  const { verdict, last, link, placement, deliveries, registration } = outcome;
  return {
    verdict: last?.decision?.verdict,
    exitCode: verdict.exitCode,
    link,
    placement,
    deliveries,
    registration,
  };
}

/** The same for the page of a GitHub job. */
export async function summariseOutcome(
  outcome: Outcome,
  surroundings: Pick<Surroundings, 'env' | 'secrets'>,
): Promise<void> {
  const { placement, verdict, last, link, deliveries } = outcome;
  const undelivered = deliveries.flatMap(({ file, error }) =>
    error ? [{ title: file, message: error }] : [],
  );
  await writeJobSummary(surroundings, {
    title: `${placement.entityRef} ${placement.release}`,
    verdict: verdict.text,
    fixes: undelivered.length > 0 ? undelivered : last?.fixFirst ?? [],
    link,
  });
}

/** One answer for all: what could not be told outweighs a no, and neither is a pass. */
export function worstOf(exitCodes: ExitCode[]): ExitCode {
  if (exitCodes.includes(ExitCode.unknown)) return ExitCode.unknown;
  return exitCodes.includes(ExitCode.no) ? ExitCode.no : ExitCode.yes;
}
