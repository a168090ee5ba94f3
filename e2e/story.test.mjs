// The story of docs/story.md, with nothing left out: a project that the portal has
// never heard of, the CI file that its tab offers, a no, the printed fix, a yes, and a
// pull request. The file is run as GitHub would run it.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  backend,
  developmentToken,
  entityPath,
  read,
  shot,
  supplyChain,
} from './support/portal.mjs';
import {
  commit,
  npmProject,
  OFFLINE,
  type,
  vendor,
  withCommandLine,
} from './support/scratch.mjs';
import { portalTest, seeVerdict, tabOf } from './support/session.mjs';
import { runWorkflow } from './support/workflow.mjs';

const entity = 'your-project';
const entityRef = `component:default/${entity}`;

/** Runs the project's CI file for an event, with the token as the project's secret. */
function pipeline(cwd, github) {
  return runWorkflow(join(cwd, '.github/workflows/supply-chain.yml'), {
    cwd,
    github: {
      repository: 'your-team/your-project',
      repository_id: '1',
      event: {},
      ...github,
    },
    secrets: { SUPPLY_CHAIN_TOKEN: developmentToken() },
    env: { path: withCommandLine(), always: OFFLINE },
  });
}

const tagged = (cwd, tag, sha) =>
  pipeline(cwd, {
    event_name: 'push',
    ref: `refs/tags/${tag}`,
    ref_type: 'tag',
    sha,
  });

portalTest(
  'from a project never seen to a yes, and what a pull request would change',
  { persona: 'guest', path: tabOf(entity) },
  async ({ page, t }) => {
    const { items } = await read('guest', `${entityPath(entity)}/releases`);
    if (items.length > 0) {
      t.skip('this portal has seen the project: start one with --reset');
      return;
    }
    // Not in scope until the portal has looked through the catalog
    await seeVerdict(page, /^(Not known yet|Not in scope): /);
    for (const name of [
      'From your pipeline',
      'From your computer',
      'From the repository',
    ]) {
      await page.getByRole('heading', { name }).waitFor();
    }
    await shot(page, 'story-1-not-known');
    const offered = page.getByText('name: Supply chain', { exact: false });
    const file = await offered.last().innerText();
    assert.ok(file.includes(`SUPPLY_CHAIN_PORTAL: ${backend}\n`), file);
    assert.ok(file.includes(`--entity ${entityRef} `), file);

    const cwd = npmProject({
      name: entity,
      dependencies: ['permissive', 'strict-copyleft'],
    });
    mkdirSync(join(cwd, '.github/workflows'), { recursive: true });
    writeFileSync(join(cwd, '.github/workflows/supply-chain.yml'), file);
    // Only this page's own updates may change it from here on.
    await page.evaluate(() => (window.__sameDocument = true));

    const denied = await tagged(cwd, 'v1.0.0', commit(cwd, 'First'));
    assert.equal(denied.failed, true, denied.said);
    assert.match(denied.said, /Cannot ship: /);
    const answered = Date.now();
    await seeVerdict(page, /^Cannot ship/);
    t.diagnostic(`red ${Date.now() - answered} ms after the pipeline knew`);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'AGPL-3.0-only' })
      .waitFor();
    await shot(page, 'story-2-cannot-ship');

    const [, fix] = /^\s+\$ (npm .+)$/m.exec(denied.said);
    type(fix, { cwd, env: OFFLINE });
    const fixed = await tagged(cwd, 'v1.0.1', commit(cwd, 'Without it'));
    assert.equal(fixed.failed, false, fixed.said);
    assert.match(fixed.said, /Can ship: /);
    await seeVerdict(page, /^Can ship/);
    await page
      .getByRole('button', { name: /v1\.0\.1/ })
      .first()
      .waitFor();
    await shot(page, 'story-3-can-ship');

    vendor(cwd, 'strict-copyleft');
    const sha = commit(cwd, 'Once more');
    const change = await pipeline(cwd, {
      event_name: 'pull_request',
      ref: 'refs/pull/7/merge',
      sha,
      event: { number: 7, pull_request: { head: { sha } } },
    });
    assert.equal(change.failed, true, change.said);
    assert.match(change.said, /AGPL-3\.0-only/);
    // A pull request says nothing about what ships: the open tab stays as it is
    await seeVerdict(page, /^Can ship/);
    assert.equal(await page.evaluate(() => window.__sameDocument), true);

    const version = `7@${sha}`;
    const told = await supplyChain('posture', entity, '--change', version);
    assert.equal(told.code, 1, told.stdout + told.stderr);
    assert.match(told.stdout, /Against v1\.0\.1: .*\b1 /);
    const changes = await read(
      'guest',
      `${entityPath(entity)}/releases?channel=change`,
    );
    const { id } = changes.items.find(item => item.version === version);
    await page.goto(tabOf(entity, `release=${id}`));
    await seeVerdict(page, /^Cannot ship/);
    await shot(page, 'story-4-pull-request');
  },
);
