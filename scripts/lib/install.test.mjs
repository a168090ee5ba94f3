import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { install, installState } from './install.mjs';
import { Processes } from './Processes.mjs';

/** A repository whose yarn is a few lines that leave a trace. */
function project(t, yarn) {
  const root = mkdtempSync(join(tmpdir(), 'install-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const folder of ['packages/a', 'plugins', '.yarn']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'yarn.lock'), 'one');
  writeFileSync(join(root, '.yarnrc.yml'), 'yarnPath: .yarn/yarn.cjs\n');
  writeFileSync(join(root, '.yarn', 'yarn.cjs'), yarn);
  const said = [];
  return {
    root,
    said,
    run: (processes = new Processes()) =>
      install({
        root,
        processes,
        logs: join(root, 'logs'),
        say: text => said.push(text),
      }),
  };
}

const WORKS = `
  const fs = require('node:fs');
  fs.mkdirSync('node_modules', { recursive: true });
  fs.appendFileSync('runs', process.argv.slice(2).join(' ') + '\\n');
`;

test('installs once, says so beforehand, and again only when something changed', async t => {
  const { root, said, run } = project(t, WORKS);
  const runs = () =>
    readFileSync(join(root, 'runs'), 'utf8').trim().split('\n');

  assert.equal(installState(root), 'missing');
  await run();
  assert.deepEqual(runs(), ['install --immutable']);
  assert.match(said[0], /about 1 GB/);
  assert.equal(installState(root), 'current');
  await run();
  assert.equal(runs().length, 1);

  writeFileSync(join(root, 'yarn.lock'), 'two');
  assert.equal(installState(root), 'stale');
  await run();
  assert.equal(runs().length, 2);
});

test('a failed install is one line with the log, and is done again', async t => {
  const { root, said, run } = project(
    t,
    'console.log("no such package"); process.exit(1);',
  );
  await assert.rejects(run(), {
    name: 'Failure',
    message: /could not be installed.*logs.install\.log/,
  });
  assert.ok(said.includes('no such package'));
  assert.equal(installState(root), 'interrupted');
  writeFileSync(join(root, '.yarn', 'yarn.cjs'), WORKS);
  await run();
  assert.ok(said.some(text => /was interrupted: installing again/.test(text)));
  assert.equal(installState(root), 'current');
});

test('an install that is stopped halfway counts as interrupted', async t => {
  const { root, run } = project(
    t,
    `require('node:fs').mkdirSync('node_modules');
     require('node:fs').writeFileSync('started', '');
     setTimeout(() => {}, 60000);`,
  );
  const processes = new Processes();
  const running = run(processes);
  while (!existsSync(join(root, 'started'))) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  await processes.stop();
  await running;
  assert.equal(installState(root), 'interrupted');
});
