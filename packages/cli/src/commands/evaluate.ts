import { Command } from 'commander';
import { ExitCode } from '../ExitCode';
import type { Surroundings } from '../run';

export function evaluateCommand(
  program: Command,
  _surroundings: Surroundings,
  _end: (code: ExitCode) => void,
): void {
  program.command('evaluate').description('judges documents on this machine');
}
