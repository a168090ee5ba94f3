/**
 * The `supply-chain` command.
 *
 * @packageDocumentation
 */
import { run } from './run';

run(process.argv.slice(2)).then(exitCode => {
  process.exitCode = exitCode;
});
