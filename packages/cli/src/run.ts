import { stringifyError } from '@backstage/errors';
import { Command, CommanderError } from 'commander';
import { CliError } from './CliError';
import { checksumsCommand } from './commands/checksums';
import { evaluateCommand } from './commands/evaluate';
import { provenanceCommand } from './commands/provenance';
import { pushCommand } from './commands/push';
import { sbomCommand } from './commands/sbom';
import { ExitCode } from './ExitCode';
import type { Surroundings } from './Surroundings';
import { Terminal } from './terminal/Terminal';

const HERE: Surroundings = {
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
  fetch: (...args) => fetch(...args),
};

/** Runs one command line and returns its exit code; never throws. */
export async function run(
  args: string[],
  surroundings: Surroundings = HERE,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  let exitCode: ExitCode = ExitCode.yes;
  const program = new Command('supply-chain')
    .description(
      'Makes supply-chain evidence, judges it, and sends it to the portal.',
    )
    .version(require('../package.json').version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: text => surroundings.stdout.write(text),
      writeErr: text => surroundings.stderr.write(text),
      outputError: (text, write) => {
        const line = text
          .trim()
          .replace(/^error: /, '')
          .replace(/\n/g, ' ');
        write(`${line}\n`);
      },
    });
  sbomCommand(program, surroundings);
  provenanceCommand(program, surroundings);
  checksumsCommand(program, surroundings);
  const end = (code: ExitCode) => {
    exitCode = code;
  };
  evaluateCommand(program, surroundings, end);
  pushCommand(program, surroundings, end);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has written its line; its own exit code 1 would mean "no".
      return error.exitCode === 0 ? ExitCode.yes : ExitCode.unknown;
    }
    terminal.error(
      error instanceof CliError
        ? error.message
        : `Unexpected ${stringifyError(error)}`,
    );
    return ExitCode.unknown;
  }
}
