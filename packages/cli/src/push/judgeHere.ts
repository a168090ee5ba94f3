import { fixesOf } from '../evaluate/fixesOf';
import { judgeFiles } from '../evaluate/judgeFiles';
import { readFiles } from '../evaluate/readFiles';
import { writeJobSummary } from '../jobSummary';
import type { Surroundings } from '../Surroundings';
import { ExitCode } from '../ExitCode';
import { Terminal } from '../terminal/Terminal';
import { printFixes, verdictLine } from '../verdict';
import { Plan, PlanEntry } from './Plan';
import { PushOptions } from './PushOptions';
import { worstOf } from './tellOutcome';

const WHY =
  "This is a fork's pull request, which gets no token: nothing was sent, it was judged here.";

async function judge({ placement, files }: PlanEntry) {
  const { judgement, notGiven } = await judgeFiles({
    read: await readFiles(files),
    entityRef: placement.entityRef,
    release: placement.release,
    channel: placement.channel,
    collection: 'release',
    expected: [
      { kind: 'sbom', level: 'required' },
      { kind: 'provenance', level: 'wanted' },
    ],
    complete: false,
    now: new Date(),
  });
  const fixes = fixesOf(judgement.rules);
  return {
    placement,
    judgement,
    notGiven,
    fixes,
    verdict: verdictLine(judgement),
  };
}

/** Judges a plan on this machine instead of sending it, and says so. */
export async function judgeHere(
  { entries }: Plan,
  options: PushOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const judged = [];
  for (const entry of entries) judged.push(await judge(entry));
  const exitCode = worstOf(judged.map(({ verdict }) => verdict.exitCode));
  if (options.json) {
    terminal.json({
      exitCode,
      local: true,
      reason: WHY,
      entities: judged.map(({ placement, judgement, notGiven }) => ({
        placement,
        judgement,
        notGiven,
      })),
    });
  } else {
    terminal.line(WHY, 'yellow');
  }
  for (const { placement, verdict, fixes } of judged) {
    const title = `${placement.entityRef} ${placement.release}`;
    if (!options.json) {
      if (judged.length > 1) terminal.line(title, 'bold');
      terminal.line(verdict.text, verdict.style);
      if (!options.quiet) printFixes(terminal, fixes);
    }
    await writeJobSummary(surroundings, {
      title,
      verdict: `${verdict.text} ${WHY}`,
      fixes,
    });
  }
  return exitCode;
}
