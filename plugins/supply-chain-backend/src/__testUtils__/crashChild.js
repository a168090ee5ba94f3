// Runs the intake in a process of its own until it is killed: the backend's
// sources through the CLI's transform, as in development.
require('@backstage/cli/config/nodeTransform.cjs');
const { runUntilKilled } = require('./runUntilKilled');

runUntilKilled(process.argv[2]).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
