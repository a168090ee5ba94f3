// Runs retention in a process of its own until it is killed.
require('@backstage/cli/config/nodeTransform.cjs');
const { retainUntilKilled } = require('./retainUntilKilled');

retainUntilKilled(process.argv[2]).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
