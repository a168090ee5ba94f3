import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const receipt = {
  id: 'receipt-1',
  status: 'accepted',
  at: '2026-01-01T00:00:00Z',
  state: 'can-ship',
  decision: {
    verdict: 'passed',
    mode: 'enforce',
    counts: { total: 1, passed: 1, violations: 0, warnings: 0, notJudged: 0 },
  },
};
const processing = { ...receipt, status: 'processing' };
const release = ['--entity', 'chainloop', '--release', '1.0.0'];

let portal: FakePortal;
let github: FakePortal;
let folder: Folder;
let given: string[];

/** A token as GitHub makes them: another one each time. */
function freshToken(expiresInSeconds = 300): string {
  const exp = Math.floor(Date.now() / 1000) + expiresInSeconds;
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'RS256' })}.${part({
    exp,
    jti: `jti-${given.length}`,
  })}.c2lnbmF0dXJl`;
  given.push(token);
  return token;
}

beforeEach(async () => {
  portal = await FakePortal.start();
  github = await FakePortal.start();
  github.answer = () => ({ status: 200, body: { value: freshToken() } });
  folder = new Folder();
  folder.write('bom.json', '{"bomFormat":"CycloneDX","specVersion":"1.6"}');
  folder.write('two.json', '{}');
  given = [];
});
afterEach(async () => {
  await portal.stop();
  await github.stop();
  folder.remove();
});

const push = (args: string[], env: NodeJS.ProcessEnv) =>
  runCli(['push', ...args], {
    cwd: folder.path,
    env: { SUPPLY_CHAIN_PORTAL: portal.address, ...env },
  });
const onGitHub = () => ({
  GITHUB_ACTIONS: 'true',
  ACTIONS_ID_TOKEN_REQUEST_URL: `${github.address}/idtoken?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-secret',
});
const tokensOf = (arrived: FakePortal['arrived']) =>
  arrived.map(({ headers }) => headers.authorization!.replace('Bearer ', ''));

describe('the token of a GitHub job', () => {
  it('is asked for the portal, is another one for each document, and is kept for a repetition', async () => {
    portal.answers.push(
      { status: 503, body: {} },
      { status: 202, body: processing },
      { status: 200, body: processing },
      { status: 200, body: receipt },
      { status: 201, body: receipt },
    );
    const result = await push(['bom.json', 'two.json', ...release], onGitHub());
    expect(result.exitCode).toBe(0);

    const [first] = github.arrived;
    expect(first.headers.authorization).toBe('Bearer request-secret');
    expect(Object.fromEntries(first.url.searchParams)).toEqual({
      'api-version': '2.0',
      audience: portal.address,
    });
    const [one, again, read, readAgain, two] = tokensOf(portal.arrived);
    expect(again).toBe(one);
    expect(readAgain).toBe(read);
    expect(new Set([one, read, two]).size).toBe(3);
    expect(given).toHaveLength(3);
  });

  it.each([
    [['--audience', 'https://sc.example'], {}, 'https://sc.example'],
    [[], { SUPPLY_CHAIN_AUDIENCE: 'from-env' }, 'from-env'],
  ])('is for the audience of %p %p', async (args, env, audience) => {
    portal.answers.push({ status: 201, body: receipt });
    await push(['bom.json', ...release, ...args], { ...onGitHub(), ...env });
    expect(github.arrived[0].url.searchParams.get('audience')).toBe(audience);
  });

  it('is renewed when it is about to end, and once when it is refused', async () => {
    github.answers.push({ status: 200, body: { value: freshToken(30) } });
    portal.answers.push(
      { status: 503, body: {} },
      {
        status: 401,
        body: {
          error: { name: 'AuthenticationError', message: 'expired' },
          response: { statusCode: 401 },
        },
      },
      { status: 201, body: receipt },
    );
    const result = await push(['bom.json', ...release], onGitHub());
    expect(result.exitCode).toBe(0);
    expect(new Set(tokensOf(portal.arrived)).size).toBe(3);

    portal.answer = () => ({
      status: 401,
      body: {
        error: { name: 'AuthenticationError', message: 'no audience' },
        response: { statusCode: 401 },
      },
    });
    portal.arrived.length = 0;
    const refused = await push(['bom.json', ...release], onGitHub());
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/no audience.*supplyChain\.pipelines/);
    expect(portal.arrived).toHaveLength(2);
  });

  it('is never printed, whatever the portal answers', async () => {
    const env = onGitHub();
    portal.answer = ({ headers }) => ({
      status: 403,
      body: {
        error: {
          name: 'NotAllowedError',
          message: `no mapping for ${headers.authorization} or request-secret`,
        },
        response: { statusCode: 403 },
      },
    });
    const summary = `${folder.path}/summary.md`;
    for (const flags of [[], ['--json'], ['--quiet']]) {
      const result = await push(['bom.json', ...release, ...flags], {
        ...env,
        GITHUB_STEP_SUMMARY: summary,
      });
      const output = result.stdout + result.stderr;
      expect(output).toContain('no mapping for Bearer *** or ***');
      expect(output).not.toContain('request-secret');
      for (const token of given) expect(output).not.toContain(token);
    }
    // A misspelt flag is repeated, its value is not
    const wrong = await push(['bom.json', '--tokn=top-secret-1'], {});
    expect(wrong.stderr).not.toContain('top-secret-1');
    const url = await push(
      ['bom.json', ...release, '--portal', 'https://me:top-secret@x.example'],
      {},
    );
    expect(url.stderr).not.toContain('top-secret');
  });

  it.each<[string, NodeJS.ProcessEnv, () => void, RegExp]>([
    [
      'no permission',
      { GITHUB_ACTIONS: 'true', SUPPLY_CHAIN_TOKEN: '' },
      () => {},
      /permissions: \{ id-token: write \}/,
    ],
    [
      'GitHub says no',
      {},
      () => github.answers.push({ status: 403, body: {} }),
      /GitHub gave no ID token \(it answered 403\)/,
    ],
    [
      'GitHub says nothing',
      {},
      () => github.answers.push({ status: 200, body: {} }),
      /no ID token in it/,
    ],
    [
      'no encryption',
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://elsewhere.example/token' },
      () => {},
      /not an https address/,
    ],
    [
      'the audience of Sigstore',
      { SUPPLY_CHAIN_AUDIENCE: 'sigstore' },
      () => {},
      /portal's own audience/,
    ],
  ])(
    '%s: one line, exit code 2, nothing sent',
    async (name, env, make, line) => {
      make();
      const result = await push(['bom.json', ...release], {
        ...(name === 'no permission' ? {} : onGitHub()),
        ...env,
      });
      expect(result.exitCode).toBe(2);
      expect(result.stderr).toMatch(line);
      expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(portal.arrived).toHaveLength(0);
    },
  );
});

describe('the token of a GitLab job', () => {
  it('is good for every document, each under its own key', async () => {
    portal.answer = () => ({ status: 201, body: receipt });
    const result = await push(['bom.json', 'two.json', ...release], {
      GITLAB_CI: 'true',
      SUPPLY_CHAIN_ID_TOKEN: ' gitlab-token ',
    });
    expect(result.exitCode).toBe(0);
    expect(tokensOf(portal.arrived)).toEqual(['gitlab-token', 'gitlab-token']);
    const keys = portal.arrived
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
  });
});

describe("a fork's pull request", () => {
  const event = (head: object | undefined) =>
    folder.write(
      'event.json',
      JSON.stringify({
        pull_request: {
          head: { repo: head ?? null },
          base: { repo: { full_name: 'us/app' } },
        },
      }),
    );
  const change = [
    '--entity',
    'chainloop',
    '--change',
    '7@3aacb948c02345242f5b0568c24e8a42f267f1e7',
  ];
  const onFork = (GITHUB_EVENT_PATH: string) => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH,
    // What CI makes of secrets and variables that a fork may not see
    SUPPLY_CHAIN_TOKEN: '',
    SUPPLY_CHAIN_PORTAL: '',
  });

  it('is judged here, is told so, and is no pass without evidence', async () => {
    for (const head of [{ full_name: 'them/app' }, undefined]) {
      const result = await push(['bom.json', ...change], onFork(event(head)));
      expect(result.stdout).toMatch(/fork's pull request.*nothing was sent/);
      expect(result.exitCode).toBe(1);
    }
    const json = await push(
      ['bom.json', ...change, '--json'],
      onFork(event(undefined)),
    );
    expect(JSON.parse(json.stdout)).toMatchObject({ local: true, exitCode: 1 });
  });

  it('cannot ask the gate: that is not known, and says what to do', async () => {
    const result = await runCli(['gate', ...change], {
      cwd: folder.path,
      env: {
        ...onFork(event(undefined)),
        SUPPLY_CHAIN_PORTAL: portal.address,
      },
    });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(/fork's pull request.*supply-chain push/);
  });

  it('is known on GitLab too', async () => {
    const env = {
      GITLAB_CI: 'true',
      CI_MERGE_REQUEST_PROJECT_ID: '1',
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2',
    };
    const fork = await push(['bom.json', ...change], env);
    expect(fork.stdout).toContain("This is a fork's pull request");
    const own = await push(['bom.json', ...change], {
      ...env,
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1',
    });
    expect(own.exitCode).toBe(2);
    expect(own.stderr).toMatch(/id_tokens/);
  });

  it('is not mistaken for a branch of our own without a token', async () => {
    const own = await push(['bom.json', ...change], {
      ...onFork(event({ full_name: 'us/app' })),
      SUPPLY_CHAIN_PORTAL: portal.address,
    });
    expect(own.exitCode).toBe(2);
    expect(own.stderr).toMatch(/id-token: write/);
  });
});
