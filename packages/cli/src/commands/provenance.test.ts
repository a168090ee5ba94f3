import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEvidence } from '@hotpass/supply-chain-evidence';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';
import { repositoryUri } from '../provenance/findSource';

const SHA256 =
  '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.write('dist/a.tgz', 'one');
});
afterEach(() => folder.remove());

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: folder.path, encoding: 'utf8' }).trim();

function commit(remote?: string): string {
  git('init', '-q', '-b', 'main');
  if (remote) git('remote', 'add', 'origin', remote);
  folder.write('source.ts', '1');
  git('add', 'source.ts');
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
  git(...who, 'commit', '-qm', 'first');
  return git('rev-parse', 'HEAD');
}

async function statement(args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const result = await runCli(['provenance', 'dist/a.tgz', ...args], {
    cwd: folder.path,
    env,
  });
  expect(result.exitCode).toBe(0);
  const path = join(folder.path, 'dist/provenance/provenance.json');
  const bytes = readFileSync(path);
  // The product's own reader takes it as provenance without a defect.
  const reading = readEvidence(bytes, { fileName: 'provenance.json' });
  expect(reading.valid).toMatchObject({ state: 'valid', defectCount: 0 });
  expect(reading.document.kind).toBe('provenance');
  return { ...result, reading, statement: JSON.parse(bytes.toString()) };
}

describe('provenance', () => {
  it('of a shell names files, commit and repository, without credentials', async () => {
    const head = commit('https://me:secret@git.example/a/b.git');
    const made = await statement([
      ...['--command', 'npm pack', '--started-at', '2026-01-31T12:00:00+01:00'],
    ]);
    expect(JSON.stringify(made)).not.toContain('secret');
    expect(made.stdout).toContain(
      '✔ dist/provenance/provenance.json: 1 output',
    );
    expect(made.statement).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        {
          name: 'a.tgz',
          digest: {
            sha256: SHA256,
            sha512: expect.stringMatching(/^[0-9a-f]{128}$/),
          },
        },
      ],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: {
          buildType: expect.stringMatching(/^https:/),
          externalParameters: {
            repository: 'git+https://git.example/a/b',
            ref: 'refs/heads/main',
            command: 'npm pack',
          },
          // The untracked output is no change of the source.
          internalParameters: { uncommittedChanges: false },
          resolvedDependencies: [
            {
              uri: 'git+https://git.example/a/b@refs/heads/main',
              digest: { gitCommit: head },
            },
          ],
        },
        runDetails: {
          builder: { id: expect.stringMatching(/\/workstation$/) },
          metadata: {
            startedOn: '2026-01-31T11:00:00.000Z',
            finishedOn: expect.stringMatching(/^\d{4}-.*Z$/),
          },
        },
      },
    });
    expect(made.reading.document).toMatchObject({
      source: { uri: 'git+https://git.example/a/b', commit: head },
    });
  });

  it('says so when the commit is not what was built, and when there is none', async () => {
    const none = await statement();
    expect(none.stdout).toContain('⚠');
    expect(none.stdout).toContain('there is no commit here');
    expect(
      none.statement.predicate.buildDefinition.resolvedDependencies,
    ).toEqual([]);

    commit('git@git.example:a/b.git');
    folder.write('source.ts', '2');
    const changed = await statement();
    expect(changed.stdout).toContain('The commit is not what was built');
    expect(
      changed.statement.predicate.buildDefinition.internalParameters,
    ).toEqual({ uncommittedChanges: true });
  });

  it('takes run, ref and identity from GitHub Actions, also on a detached checkout', async () => {
    const head = commit();
    git('checkout', '-q', '--detach');
    const { reading, statement: made } = await statement([], {
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/app',
      GITHUB_REPOSITORY_ID: '1234',
      GITHUB_REPOSITORY_OWNER_ID: '99',
      GITHUB_SHA: head,
      GITHUB_REF: 'refs/tags/v1.4.0',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_RUN_ID: '777',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_WORKFLOW_REF:
        'acme/app/.github/workflows/release.yml@refs/tags/v1.4.0',
      RUNNER_ENVIRONMENT: 'github-hosted',
    });
    expect(reading.document).toMatchObject({
      builderId:
        'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.4.0',
      invocationId: 'https://github.com/acme/app/actions/runs/777/attempts/2',
      externalParameters: {
        repository: 'git+https://github.com/acme/app',
        ref: 'refs/tags/v1.4.0',
        workflow: '.github/workflows/release.yml',
      },
      source: { uri: 'git+https://github.com/acme/app', commit: head },
    });
    expect(made.predicate.buildDefinition.internalParameters).toEqual({
      uncommittedChanges: false,
      github: {
        event_name: 'push',
        repository_id: '1234',
        repository_owner_id: '99',
        runner_environment: 'github-hosted',
      },
    });
  });

  it('takes them from GitLab CI, and believes the checkout about the commit', async () => {
    const gitlab = {
      GITLAB_CI: 'true',
      CI_SERVER_URL: 'https://gitlab.example',
      CI_PROJECT_URL: 'https://gitlab.example/acme/app',
      CI_PROJECT_ID: '42',
      CI_RUNNER_ID: '7',
      CI_JOB_URL: 'https://gitlab.example/acme/app/-/jobs/9',
      CI_JOB_NAME: 'release',
      CI_JOB_STARTED_AT: '2026-01-31T12:00:00Z',
      CI_PIPELINE_SOURCE: 'push',
      CI_COMMIT_SHA: 'a'.repeat(40),
      CI_COMMIT_BRANCH: 'main',
    };
    // Artifacts of an earlier job, without a working copy
    const { reading } = await statement([], gitlab);
    expect(reading.document).toMatchObject({
      builderId: 'https://gitlab.example/acme/app/-/runners/7',
      invocationId: 'https://gitlab.example/acme/app/-/jobs/9',
      startedOn: expect.stringMatching(/^2026-01-31T12:00:00/),
      externalParameters: { job: 'release', ref: 'refs/heads/main' },
      source: {
        uri: 'git+https://gitlab.example/acme/app',
        commit: 'a'.repeat(40),
      },
    });

    const head = commit('https://git.example/other.git');
    const other = await statement([], gitlab);
    expect(other.reading.document).toMatchObject({
      source: { uri: 'git+https://git.example/other', commit: head },
    });
  });

  const example = resolve(
    __dirname,
    '../../../../../shared/corpus/attest/slsa-v1.cosign-key.dsse.json',
  );
  (existsSync(example) ? describe : describe.skip)('beside the corpus', () => {
    it('has the members that real provenance has', async () => {
      const { payload } = JSON.parse(readFileSync(example, 'utf8'));
      const real = JSON.parse(Buffer.from(payload, 'base64').toString());
      commit('https://git.example/a/b');
      const { statement: made } = await statement();
      expect(made._type).toBe(real._type);
      expect(made.predicateType).toBe(real.predicateType);
      const members = (one: object) => Object.keys(one);
      const { buildDefinition, runDetails } = real.predicate;
      expect(members(made.predicate.buildDefinition)).toEqual(
        expect.arrayContaining(members(buildDefinition)),
      );
      expect(members(made.predicate.runDetails)).toEqual(
        expect.arrayContaining(members(runDetails)),
      );
    });
  });

  it('writes the document alone to standard output, and a summary for the job', async () => {
    const summary = folder.write('summary.md', '');
    const result = await runCli(['provenance', 'dist/a.tgz', '--output', '-'], {
      cwd: folder.path,
      env: {
        GITHUB_STEP_SUMMARY: summary,
        SUPPLY_CHAIN_PORTAL: 'https://portal.example',
        SUPPLY_CHAIN_ENTITY: 'my-service',
      },
    });
    expect(JSON.parse(result.stdout).subject).toHaveLength(1);
    const link =
      'https://portal.example/catalog/default/component/my-service/supply-chain';
    expect(result.stderr).toContain(link);
    expect(readFileSync(summary, 'utf8')).toContain(link);
  });

  it.each<[string, string[], RegExp]>([
    ['a time', ['--started-at', 'today'], /^--started-at today is not a time/],
    ['a future', ['--started-at', '2999-01-01T00:00:00Z'], /in the future/],
    [
      'no address',
      ['--repository', '/home/me'],
      /is not the address of a repo/,
    ],
    ['no file', ['gone.tgz'], /^gone\.tgz cannot be read: there is no such/],
    [
      'a place',
      ['--output', 'dist/a.tgz/x'],
      /cannot be written: a part of its/,
    ],
  ])('%s: one line and exit code 2', async (_, args, line) => {
    const result = await runCli(['provenance', 'dist/a.tgz', ...args], {
      cwd: folder.path,
    });
    expect(result.exitCode).toBe(2);
    expect(result.stderr.trimEnd()).toMatch(line);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['git@git.example:a/b.git', 'git+https://git.example/a/b'],
    ['ssh://git@git.example/a/b', 'git+https://git.example/a/b'],
    ['/home/me/project', undefined],
    ['file:///home/me/project', undefined],
  ])('%s', (remote, uri) => {
    expect(repositoryUri(remote)).toBe(uri);
  });
});
