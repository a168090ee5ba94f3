// Runs the scripts of .github/workflows as GitHub would, against the portal: with the
// job's own token where the portal knows the issuer that `run.mjs` announced, else with
// the development token.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { REPOSITORY, startIssuer } from './support/issuer.mjs';
import {
  backend,
  developmentToken,
  entityPath,
  kindsIn,
  read,
  releaseOf,
  sbomFile,
  shot,
  supplyChain,
  uniqueVersion,
} from './support/portal.mjs';
import { pathWith, scratchClone, yarnOf } from './support/scratch.mjs';
import { portalTest, seeVerdict, tabOf } from './support/session.mjs';
import { runWorkflow } from './support/workflow.mjs';

const root = resolve(import.meta.dirname, '..');
const entity = 'supply-chain-cli';
const workflow = name => join(root, '.github/workflows', name);
const published = join(
  mkdtempSync(join(tmpdir(), 'supply-chain-gh-')),
  'asked',
);
const number = String(Date.now()).slice(-9);
const tag = uniqueVersion('v0.1.0');

let issuer;
let clone;
let path;
before(async () => {
  if (process.env.E2E_ISSUER) {
    issuer = await startIssuer(process.env.E2E_ISSUER);
  }
  clone = scratchClone();
  path = pathWith({
    yarn: yarnOf(clone.cwd),
    gh: `#!/bin/sh\nprintf '%s\\n' "$@" > '${published}'\n`,
  });
});
after(() => issuer?.close());

/** Runs one of our workflows; without a token where the job would get none. */
function run(name, github, { portal = backend, token = true } = {}) {
  issuer?.runs({
    event_name: github.event_name,
    ref: github.ref,
    ref_protected: String(github.event_name === 'release'),
    sha: github.sha,
    workflow: name,
  });
  const always =
    token && !issuer ? { SUPPLY_CHAIN_TOKEN: developmentToken() } : {};
  return runWorkflow(workflow(name), {
    cwd: clone.cwd,
    github: {
      repository: REPOSITORY.name,
      repository_id: REPOSITORY.id,
      token: 'not-a-token',
      sha: clone.head,
      ...github,
    },
    vars: {
      SUPPLY_CHAIN_PORTAL: portal,
      // What app-config.yaml says, wherever this portal listens
      SUPPLY_CHAIN_AUDIENCE: backend,
    },
    env: { path, always, tokens: token ? issuer?.env : {} },
    // node_modules are those of this repository already
    skip: ['Install'],
  });
}

const pullRequest = (from = REPOSITORY.name) => ({
  event_name: 'pull_request',
  ref: `refs/pull/${number}/merge`,
  event: {
    pull_request: {
      number,
      head: { sha: clone.head, repo: { full_name: from } },
      base: { repo: { full_name: REPOSITORY.name } },
    },
  },
});
const release = name => ({
  event_name: 'release',
  ref: `refs/tags/${name}`,
  event: { release: { tag_name: name } },
});

const find = (version, channel) => releaseOf(entity, version, channel);

test('the demo holds what the workflows make, as they make it', async () => {
  const own = /\+[0-9a-f]{8}$/;
  const path = `${entityPath(entity)}/releases?limit=100`;
  const { items } = await read('guest', `${path}&channel=release`);
  const { version, id } = items.find(item => own.test(item.version));
  const release = await find(version, 'release');
  // A bundle over the list of digests is a signature beside it
  assert.deepEqual(kindsIn(release), [
    'checksums',
    'provenance',
    'sbom',
    'signature',
  ]);
  const posture = await read(
    'guest',
    `${entityPath(entity)}/posture?release=${id}`,
  );
  assert.equal(posture.state, 'can-ship');
  const gate = await read(
    'guest',
    `${entityPath(entity)}/gate?release=${encodeURIComponent(
      version,
    )}&stage=published`,
  );
  assert.equal(gate.answer, 'yes');
  const changes = await read('guest', `${path}&channel=change`);
  const change = changes.items.find(item =>
    /@[0-9a-f]{40}$/.test(item.version),
  );
  assert.deepEqual(kindsIn(await find(change.version, 'change')), ['sbom']);
});

test('a fork’s pull request is judged there, and nothing is sent', async () => {
  const before = issuer?.given();
  const result = await run('evidence-pull-request.yml', pullRequest('a/fork'), {
    token: false,
  });
  assert.equal(result.failed, false, result.said);
  assert.match(result.summary, /comes from a fork, which gets no token/);
  assert.match(result.summary, /Can ship: .*judged locally|judged locally/s);
  assert.equal(await find(`${number}@${clone.head}`, 'change'), undefined);
  assert.equal(issuer?.given(), before);
});

test('without a portal everything is judged there, and said so', async () => {
  const nowhere = { portal: '' };
  const change = await run('evidence-pull-request.yml', pullRequest(), nowhere);
  assert.equal(change.failed, false, change.said);
  assert.match(change.summary, /SUPPLY_CHAIN_PORTAL .* is not set/);
});

portalTest(
  'a pull request is sent as a change, and says what differs from main',
  { persona: 'guest', path: tabOf(entity) },
  async ({ page }) => {
    const result = await run('evidence-pull-request.yml', pullRequest());
    assert.equal(result.failed, false, result.said);
    const version = `${number}@${clone.head}`;
    const change = await find(version, 'change');
    assert.deepEqual(kindsIn(change), ['sbom']);
    assert.match(result.summary, /Against \S+: /);
    assert.match(result.summary, /Open in the portal/);
    if (issuer) {
      assert.match(
        JSON.stringify(change.evidence),
        new RegExp(`pipeline:github/[^"]*${REPOSITORY.id}`),
      );
    }
    await page.goto(tabOf(entity, `release=${change.id}`));
    await page
      .getByRole('button', { name: new RegExp(number) })
      .first()
      .waitFor();
    await shot(page, 'pipeline-change');
  },
);

portalTest(
  'a release is sent, asked about, and only then published',
  { persona: 'guest', path: tabOf(entity) },
  async ({ page }) => {
    const result = await run('evidence-release.yml', release(tag));
    assert.equal(result.failed, false, result.said);
    const steps = result.ran.map(({ name }) => name);
    assert.deepEqual(steps.slice(-4), [
      'Send it',
      'Ask whether it may be published',
      'Add the files to the release',
      'Tell that it was published',
    ]);
    // The gate was asked for this stage and said yes: no warning
    const told = result.ran[result.ran.length - 1].said;
    assert.match(told, /✔ Recorded: .* is in published/);
    assert.doesNotMatch(told, /⚠/);
    const found = await find(tag, 'release');
    assert.deepEqual(kindsIn(found), ['checksums', 'provenance', 'sbom']);
    const asked = readFileSync(published, 'utf8').split('\n');
    assert.deepEqual(asked.slice(0, 3), ['release', 'upload', tag]);
    for (const name of [
      'checksums.txt',
      'provenance.json',
      'sbom.cdx.json',
      'supply-chain-cli.tgz',
    ]) {
      assert.ok(asked.includes(`dist/release/${name}`), asked.join(' '));
    }
    await page.goto(tabOf(entity, `release=${found.id}`));
    await page
      .getByRole('button', { name: new RegExp(tag) })
      .first()
      .waitFor();
    await seeVerdict(page, /^Can ship/);
    await shot(page, 'pipeline-release');
  },
);

portalTest(
  'what the portal does not allow is not published',
  { persona: 'guest', path: tabOf(entity) },
  async ({ page }) => {
    const bad = uniqueVersion('v0.1.1');
    // What others have sent for the same release counts, too
    const image = sbomFile({
      name: 'image',
      version: bad,
      licence: 'AGPL-3.0-only',
    });
    const where = ['--entity', entity, '--release', bad, '--stream', 'image'];
    assert.equal((await supplyChain('push', image, ...where)).code, 1);
    const result = await run('evidence-release.yml', release(bad));
    assert.equal(result.failed, true, result.said);
    const last = result.ran[result.ran.length - 1];
    assert.equal(last.name, 'Ask whether it may be published');
    assert.equal(last.code, 1);
    assert.match(last.said, /AGPL-3\.0-only/);
    assert.match(result.summary, /Cannot ship|AGPL-3\.0-only/);
    assert.doesNotMatch(readFileSync(published, 'utf8'), new RegExp(bad));
    const found = await find(bad, 'release');
    await page.goto(tabOf(entity, `release=${found.id}`));
    await seeVerdict(page, /^Cannot ship/);
    await shot(page, 'pipeline-stopped');
  },
);
