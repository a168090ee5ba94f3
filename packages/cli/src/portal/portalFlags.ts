import { Command, InvalidArgumentError } from 'commander';

/** The flags that say which portal, and who asks. */
export function addPortalFlags(command: Command): Command {
  return command
    .option(
      '--portal <url>',
      "address of the portal's backend; else SUPPLY_CHAIN_PORTAL",
    )
    .option(
      '--app <url>',
      'address of its pages, where it is another; else SUPPLY_CHAIN_APP',
    )
    .option('--token <token>', 'better: SUPPLY_CHAIN_TOKEN')
    .option(
      '--audience <name>',
      "who the job's own token is for; else SUPPLY_CHAIN_AUDIENCE or the portal's address",
    );
}

/** The flags that say how it is told. */
export function addOutputFlags(command: Command): Command {
  return command
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'only print the verdict and errors');
}

/** A flag's whole number of seconds. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 3600) {
    throw new InvalidArgumentError('It is a number of seconds, 1 to 3600.');
  }
  return value;
}

/** Gathers a flag that can be given several times. */
export function collect(value: string, all: string[] = []): string[] {
  return [...all, value];
}
