import { Command } from 'commander';

/** Shows examples under the help of a command: what for, and the line to type. */
export function addExamples(
  command: Command,
  examples: [what: string, line: string][],
): void {
  const lines = examples.map(([what, line]) => `  # ${what}\n  ${line}`);
  // No colon: tools that read help pages take such lines for sections of flags
  command.addHelpText('after', `\nExamples\n${lines.join('\n')}`);
}
