import { Command } from 'commander';
import { ExitCode } from '../ExitCode';
import { connect, PortalOptions } from '../portal/connect';
import { addOutputFlags, addPortalFlags } from '../portal/portalFlags';
import { findReferences, Reference } from '../references/findReferences';
import { Outcome, References } from '../references/resolveReferences';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { addExamples } from './addExamples';

interface ReferencesOptions extends PortalOptions {
  json?: boolean;
  quiet?: boolean;
}

export function referencesCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('references')
    .description('finds links to evidence in TechDocs that lead nowhere')
    .argument('[paths...]', 'Markdown files and folders of them; else docs');
  addExamples(command, [
    ['Check the documentation of a repository', 'supply-chain references docs'],
    [
      'Check one playbook, for a program',
      'supply-chain references docs/incident.md --json',
    ],
  ]);
  addOutputFlags(addPortalFlags(command)).action(
    async (paths: string[], options: ReferencesOptions) => {
      end(await references(paths, options, surroundings));
    },
  );
}

async function references(
  paths: string[],
  options: ReferencesOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const found = await findReferences(
    surroundings.cwd,
    paths.length > 0 ? paths : ['docs'],
  );
  const outcomes: (Reference & Outcome)[] = [];
  if (found.length > 0) {
    const portal = await connect(options, surroundings);
    const all = new References({ portal });
    for (const reference of found) {
      outcomes.push({ ...reference, ...(await all.resolve(reference)) });
    }
  }
  const dead = outcomes.filter(({ state }) => state === 'dead');
  const unknown = outcomes.filter(({ state }) => state === 'unknown');
  let exitCode: ExitCode = ExitCode.yes;
  if (unknown.length > 0) exitCode = ExitCode.unknown;
  if (dead.length > 0) exitCode = ExitCode.no;
  if (options.json) {
    terminal.json({ exitCode, references: outcomes });
    return exitCode;
  }
  for (const one of [...dead, ...unknown]) {
    const reason = 'reason' in one ? one.reason : '';
    terminal.line(`${one.file}:${one.line}: ${one.state}: ${reason}`);
  }
  if (!options.quiet) {
    terminal.line(
      `${found.length} references, ${dead.length} dead, ${unknown.length} not known`,
    );
  }
  return exitCode;
}
