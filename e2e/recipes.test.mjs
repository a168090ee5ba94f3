// What docs/pipelines offers, taken from the pages and run as far as it goes without its
// host: the address of the portal, the entity and the version are those of this portal.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { REPOSITORY, startIssuer } from './support/issuer.mjs';
import {
  backend,
  developmentToken,
  kindsIn,
  releaseOf,
  uniqueVersion,
} from './support/portal.mjs';
import {
  blocksOf as blocksFor,
  path,
  readJenkinsfile,
  runGitLabJob,
  succeed,
} from './support/recipes.mjs';
import { commit, npmProject, projectOf } from './support/scratch.mjs';
import { runWorkflow } from './support/workflow.mjs';

const entity = 'your-project';
const entityRef = `component:default/${entity}`;
/** What app-config.yaml says, wherever this portal listens. */
const audience = backend;
/** Only where `run.mjs` has announced an issuer does the portal know such jobs. */
const needsIssuer = {
  skip: !process.env.E2E_ISSUER && 'this portal knows no issuer of ours',
};

let issuer;
before(async () => {
  if (process.env.E2E_ISSUER) {
    issuer = await startIssuer(process.env.E2E_ISSUER);
  }
});
after(() => issuer?.close());

const blocksOf = (page, language) => blocksFor(page, language, entityRef);
const workflowsOf = page =>
  blocksOf(page, 'yaml').filter(text => /^jobs:$/m.test(text));

/** A project that ships, and its commit. */
function project() {
  const cwd = npmProject({ name: 'my-service', dependencies: ['permissive'] });
  return { cwd, sha: commit(cwd, 'First') };
}

const kindsOf = async (version, channel) =>
  kindsIn(await releaseOf(entity, version, channel));

function onGitHub(text, { cwd, sha }, github) {
  const file = join(cwd, 'workflow.yml');
  writeFileSync(file, text);
  issuer.runs({
    event_name: github.event_name,
    ref: github.ref,
    ref_protected: String(github.event_name === 'release'),
    sha,
  });
  return runWorkflow(file, {
    cwd,
    github: {
      ...{ repository: REPOSITORY.name, repository_id: REPOSITORY.id },
      ...{ sha, ...github },
    },
    vars: { SUPPLY_CHAIN_PORTAL: backend },
    env: {
      path,
      always: { SUPPLY_CHAIN_AUDIENCE: audience },
      tokens: issuer.env,
    },
  });
}

test('GitHub Actions: a pull request and a release', needsIssuer, async () => {
  const [ofChange, ofRelease] = workflowsOf('github-actions.md');
  const { cwd, sha } = project();
  const change = await onGitHub(
    ofChange,
    { cwd, sha },
    {
      event_name: 'pull_request',
      ref: 'refs/pull/9/merge',
      event: { pull_request: { number: 9, head: { sha } } },
    },
  );
  assert.equal(change.failed, false, change.said);
  assert.deepEqual(await kindsOf(`9@${sha}`, 'change'), ['sbom']);

  const tag = uniqueVersion('v2.0.0');
  const release = await onGitHub(
    ofRelease,
    { cwd, sha },
    {
      event_name: 'release',
      ref: `refs/tags/${tag}`,
      event: { release: { tag_name: tag } },
    },
  );
  assert.equal(release.failed, false, release.said);
  assert.deepEqual(await kindsOf(tag, 'release'), [
    'checksums',
    'provenance',
    'sbom',
  ]);
  assert.match(release.summary, /for published[^]*Can ship/);
});

function onGitLab(job, { cwd, variables, claims }) {
  assert.equal(job.id_tokens.SUPPLY_CHAIN_ID_TOKEN.aud, backend);
  const token = issuer.gitlabToken(audience, claims);
  return runGitLabJob(job, { cwd, variables, token });
}

test(
  'GitLab CI: a merge request, a tag, a deployment',
  needsIssuer,
  async () => {
    const [evidence, deployment] = blocksOf('gitlab.md', 'yaml').map(parse);
    const { cwd, sha } = project();
    const tag = uniqueVersion('v3.0.0');
    await onGitLab(evidence['supply-chain'], {
      cwd,
      variables: { CI_MERGE_REQUEST_IID: '7', CI_COMMIT_SHA: sha },
      claims: {
        pipeline_source: 'merge_request_event',
        ref_protected: 'false',
      },
    });
    assert.deepEqual(await kindsOf(`7@${sha}`, 'change'), ['sbom']);
    const tagged = {
      cwd,
      variables: { CI_COMMIT_TAG: tag, CI_COMMIT_SHA: sha },
      claims: { pipeline_source: 'push', ref_protected: 'true' },
    };
    await onGitLab(evidence['supply-chain'], tagged);
    assert.deepEqual(await kindsOf(tag, 'release'), ['sbom']);
    const said = await onGitLab(deployment['may-it-ship'], tagged);
    assert.match(said, /for production\n✔ Can ship/);
  },
);

test('Jenkins: its steps with a service token', async () => {
  const [pipeline] = blocksOf('jenkins.md', 'groovy');
  const { env, steps } = readJenkinsfile(pipeline);
  assert.equal(steps.length, 4);
  const tag = uniqueVersion('v4.0.0');
  await succeed(steps.join('\n'), {
    cwd: project().cwd,
    env: { ...env, TAG_NAME: tag, SUPPLY_CHAIN_TOKEN: developmentToken() },
  });
  assert.deepEqual(await kindsOf(tag, 'release'), ['sbom']);
});

test('plain shell: from the files to the deployment, and with curl alone', async () => {
  const version = uniqueVersion('5.0.0');
  const [whole, request] = blocksOf('shell.md', 'sh').map(text =>
    text.replaceAll('1.4.0', version).replaceAll('build-42', version),
  );
  const { cwd } = project();
  mkdirSync(join(cwd, 'dist'), { recursive: true });
  writeFileSync(join(cwd, 'dist/my-service.tgz'), version);
  writeFileSync(join(cwd, 'deploy.sh'), '#!/bin/sh\necho deployed\n', {
    mode: 0o755,
  });
  const env = {
    SUPPLY_CHAIN_TOKEN: developmentToken(),
    SUPPLY_CHAIN_PORTAL: backend,
    SUPPLY_CHAIN_ENTITY: entityRef,
  };
  const said = await succeed(whole, { cwd, env });
  assert.match(said, /deployed\n✔ Recorded: .* is in production/);
  assert.doesNotMatch(said, /⚠ The gate/);
  assert.deepEqual(await kindsOf(version, 'release'), [
    'checksums',
    'provenance',
    'sbom',
  ]);
  const receipt = JSON.parse(
    (await succeed(request, { cwd, env })).replace(/^[^{]*/, ''),
  );
  // The same file as before, so the portal has it
  assert.equal(receipt.status, 'known');
});

test('a monorepo: every service is listed and would be placed', async () => {
  const [script] = blocksOf('monorepo.md', 'sh');
  const upToPlan = script.slice(0, script.indexOf('--dry-run') + 9);
  const cwd = projectOf(
    Object.fromEntries(
      ['cart', 'checkout'].flatMap(name => [
        [
          `services/${name}/package.json`,
          JSON.stringify({ name, version: '1.0.0' }),
        ],
        [
          `services/${name}/package-lock.json`,
          JSON.stringify({
            ...{ name, version: '1.0.0', lockfileVersion: 3 },
            packages: { '': { name, version: '1.0.0' } },
          }),
        ],
        [
          `services/${name}/catalog-info.yaml`,
          `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec: {}\n`,
        ],
      ]),
    ),
  );
  const said = await succeed(upToPlan, { cwd, env: { VERSION: '1.4.0' } });
  for (const name of ['cart', 'checkout']) {
    assert.ok(said.includes(`component:default/${name} 1.4.0 (release)`), said);
    assert.ok(said.includes(`services/${name}/dist/sbom/${name}-sbom.json`));
  }
  assert.match(said, /Nothing was sent/);
});

const hasUv = () => {
  try {
    return Boolean(execFileSync('uv', ['--version']));
  } catch {
    return false;
  }
};

test(
  'a Python project with uv adds push and gate to its own scripts',
  { skip: !hasUv() && 'uv is not on the PATH' },
  async () => {
    const [script] = blocksOf('python-uv.md', 'sh');
    const cwd = projectOf({
      'pyproject.toml':
        '[project]\nname = "my-service"\nversion = "1.0.0"\nrequires-python = ">=3.11"\ndependencies = ["idna==3.10"]\n',
    });
    mkdirSync(join(cwd, 'dist/sbom'), { recursive: true });
    execFileSync('uv', ['lock', '--quiet'], { cwd });
    const VERSION = uniqueVersion('6.0.0');
    const said = await succeed(script, {
      cwd,
      env: {
        ...{ VERSION, SUPPLY_CHAIN_PORTAL: backend },
        SUPPLY_CHAIN_TOKEN: developmentToken(),
      },
    });
    assert.match(said, /for production\n✔ Can ship/);
    assert.deepEqual(await kindsOf(VERSION, 'release'), ['sbom']);
  },
);
