/** Ends the command with one clear line and exit code 2. */
export class CliError extends Error {
  readonly name = 'CliError';
}
