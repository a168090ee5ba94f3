/**
 * The `supply-chain` command.
 *
 * @packageDocumentation
 */
import { ExitCode } from './ExitCode';
import { run } from './run';

// Whoever reads along may leave early, as `head` does: that changes no verdict.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// Node itself would end with 1, which means "no" here.
process.on('uncaughtException', error => {
  console.error(error);
  process.exit(ExitCode.unknown);
});

run(process.argv.slice(2)).then(exitCode => {
  process.exitCode = exitCode;
});
