import { stringifyError } from '@backstage/errors';
import { Command, CommanderError } from 'commander';
import { CliError } from './CliError';
import { checksumsCommand } from './commands/checksums';
import { evaluateCommand } from './commands/evaluate';
import { gateCommand } from './commands/gate';
import { postureCommand } from './commands/posture';
import { promotedCommand } from './commands/promoted';
import { provenanceCommand } from './commands/provenance';
import { pushCommand } from './commands/push';
import { restoreCommand } from './commands/restore';
import { retireCommand } from './commands/retire';
import { referencesCommand } from './commands/references';
import { sbomCommand } from './commands/sbom';
import { signCommand } from './commands/sign';
import { verifyCommand } from './commands/verify';
import { ExitCode } from './ExitCode';
import { writeJobSummary } from './jobSummary';
import type { Surroundings } from './Surroundings';
import { escapeTerminal } from './terminal/escapeTerminal';
import { Secrets } from './terminal/Secrets';
import { Terminal } from './terminal/Terminal';

const HERE: Surroundings = {
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
  fetch: (...args) => fetch(...args),
};

/** Everything that this command line and its environment ask us not to repeat. */
function secretsOf(args: string[], env: NodeJS.ProcessEnv): Secrets {
  const secrets = new Secrets();
  for (const [name, value] of Object.entries(env)) {
    if (/^SUPPLY_CHAIN_(ID_)?TOKEN/.test(name)) secrets.add(value);
  }
  secrets.add(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
  secrets.add(env.SIGSTORE_ID_TOKEN);
  secrets.add(env.SUPPLY_CHAIN_SIGNING_KEY);
  secrets.add(env.SUPPLY_CHAIN_SIGNING_PASSPHRASE);
  for (const [index, arg] of args.entries()) {
    // Also where it is misspelt, which is when the arguments are repeated
    if (/^--?to?k[a-z]*$/i.test(arg)) secrets.add(args[index + 1]);
    else if (/^--?to?k[a-z]*=/i.test(arg))
      secrets.add(arg.replace(/^.*?=/, ''));
  }
  return secrets;
}

/** What explains the command that was meant, or all of them. */
function helpFor([name]: string[], program: Command): string {
  const isKnown = program.commands.some(one => one.name() === name);
  return isKnown ? `supply-chain ${name} --help` : 'supply-chain help';
}

/** Runs one command line and returns its exit code; never throws. */
export async function run(
  args: string[],
  given: Surroundings = HERE,
): Promise<ExitCode> {
  const secrets = secretsOf(args, given.env);
  const surroundings: Surroundings = { ...given, secrets };
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
        const line = secrets
          .removeFrom(text)
          .trim()
          .replace(/^error: /, '')
          .replace(/\n/g, ' ');
        const end = /[.?!)]$/.test(line) ? '' : '.';
        write(`${escapeTerminal(line)}${end} See ${helpFor(args, program)}.\n`);
      },
    });
  const end = (code: ExitCode) => {
    exitCode = code;
  };
  sbomCommand(program, surroundings, end);
  provenanceCommand(program, surroundings, end);
  checksumsCommand(program, surroundings, end);
  signCommand(program, surroundings, end);
  verifyCommand(program, surroundings, end);
  evaluateCommand(program, surroundings, end);
  pushCommand(program, surroundings, end);
  gateCommand(program, surroundings, end);
  promotedCommand(program, surroundings, end);
  retireCommand(program, surroundings, end);
  restoreCommand(program, surroundings, end);
  postureCommand(program, surroundings, end);
  referencesCommand(program, surroundings, end);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has written its line; its own exit code 1 would mean "no".
      return error.exitCode === 0 ? ExitCode.yes : ExitCode.unknown;
    }
    const message =
      error instanceof CliError
        ? error.message
        : `Unexpected ${stringifyError(error)}`;
    terminal.error(message);
    await writeJobSummary(surroundings, {
      title: `supply-chain ${args[0]}`,
      verdict: `! Could not tell: ${message}`,
      fixes: [],
    });
    return ExitCode.unknown;
  }
}
