import type { Fix } from '@hotpass/backstage-plugin-supply-chain-common';
import { writeJobSummary } from '../jobSummary';
import { entityRefOf } from '../placement';
import { addressOf } from '../portal/addressOf';
import { entityPage } from '../portal/entityPage';
import { findDevelopmentPortal } from '../portal/findDevelopmentPortal';
import { pagesOf } from '../portal/pagesOf';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { printFixes, VerdictLine } from '../verdict';

/** How a command without a portal is told. */
export interface TellOptions {
  json?: boolean;
  quiet?: boolean;
  /** The fixes have just been shown, each at its rule. */
  fixesShown?: boolean;
}

export interface Result {
  /** What the job summary is about. */
  title: string;
  verdict: VerdictLine;
  fixes: Pick<Fix, 'title' | 'message' | 'solution' | 'command' | 'place'>[];
  link?: string;
  /** More fields of the answer as JSON. */
  details: object;
}

/**
 * The page of an entity, where portal and entity are known from the environment or a
 * local portal; nothing is asked of the portal.
 */
export async function findLink(
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
  entity = env.SUPPLY_CHAIN_ENTITY,
): Promise<string | undefined> {
  if (!entity) return undefined;
  const local = await findDevelopmentPortal(cwd);
  const given = env.SUPPLY_CHAIN_PORTAL || local?.portal;
  if (!given) return undefined;
  const app = env.SUPPLY_CHAIN_APP;
  const pages = pagesOf({ portal: addressOf(given), app, local });
  return `${pages}${entityPage(entityRefOf(entity))}`;
}

/** The terminal of a command whose document goes to standard output when that is `-`. */
export function terminalBeside(
  output: string,
  surroundings: Surroundings,
): Terminal {
  return new Terminal(
    output === '-'
      ? { ...surroundings, stdout: surroundings.stderr }
      : surroundings,
  );
}

/** The end of every local command: verdict, at most three fixes, link, job summary. */
export async function tellResult(
  result: Result,
  options: TellOptions,
  surroundings: Surroundings & { terminal: Terminal },
): Promise<void> {
  const { title, verdict, fixes, link, details } = result;
  const { terminal } = surroundings;
  if (options.json) {
    terminal.json({
      exitCode: verdict.exitCode,
      summary: verdict.text,
      fixFirst: fixes.slice(0, 3),
      link,
      ...details,
    });
  } else {
    terminal.line(verdict.text, verdict.style);
    if (!options.quiet && !options.fixesShown) printFixes(terminal, fixes);
    if (link && !options.quiet) terminal.line(link);
  }
  await writeJobSummary(surroundings, {
    title,
    verdict: verdict.text,
    fixes,
    link,
  });
}
