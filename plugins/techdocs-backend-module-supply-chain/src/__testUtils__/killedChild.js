// Publishes in a process of its own, through the CLI's transform, and stands still in
// the middle of it until it is killed.
require('@backstage/cli/config/nodeTransform.cjs');
const { publishUntilKilled } = require('./publishUntilKilled');

publishUntilKilled(process.argv[2]).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
