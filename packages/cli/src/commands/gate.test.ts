import { readFileSync } from 'node:fs';
import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const counts = {
  total: 14,
  passed: 12,
  violations: 2,
  warnings: 1,
  notJudged: 0,
  newViolations: 0,
};
const fix = (n: number) => ({
  code: `R-${n}`,
  title: `Title ${n}`,
  message: `message ${n}`,
  solution: `solution ${n}`,
  severity: 'high',
  isNew: false,
});
const gateOf = (more: object = {}) => ({
  answer: 'no',
  reason: '2 of 14 rules fail: message 1',
  observing: false,
  release: { id: 'r 1', version: '1.4.0' },
  decision: { id: 'd1', verdict: 'failed', mode: 'enforce', counts },
  fixFirst: [fix(1), fix(2), fix(3)],
  ...more,
});
const passed = gateOf({
  answer: 'yes',
  reason: '14 of 14 rules pass',
  decision: {
    verdict: 'passed',
    counts: { ...counts, passed: 14, violations: 0, warnings: 0 },
  },
  fixFirst: [],
});
const waiting = gateOf({
  answer: 'unknown',
  reason: 'Release is being judged; ask again in a few seconds',
  decision: undefined,
});

let portal: FakePortal;
beforeEach(async () => {
  portal = await FakePortal.start();
});
afterEach(() => portal.stop());

const gate = (
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
  columns?: number,
) =>
  runCli(['gate', '--entity', 'shop/api', ...args], {
    columns,
    env: {
      SUPPLY_CHAIN_PORTAL: `${portal.address}/`,
      SUPPLY_CHAIN_TOKEN: 'secret-token',
      ...env,
    },
  });
const release = ['--release', '1.4.0'];

describe('gate', () => {
  it('asks about the version for the stage, and tells verdict, fixes and link', async () => {
    portal.answers.push({ status: 200, body: gateOf() });
    const result = await gate([...release, '--stage', 'production']);
    const { url, headers } = portal.arrived[0];
    expect(url.pathname).toBe(
      '/api/supply-chain/v1/entities/component/shop/api/gate',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      release: '1.4.0',
      channel: 'release',
      stage: 'production',
    });
    expect(headers.authorization).toBe('Bearer secret-token');
    expect(result.exitCode).toBe(1);
    expect(result.stdout.trimEnd().split('\n')).toEqual([
      'component:shop/api 1.4.0 for production',
      '✖ Cannot ship: 2 of 14 rules fail, 1 warning.',
      ...[1, 2, 3].flatMap(n => [
        `${n} Title ${n}: message ${n}`,
        `    solution ${n}`,
      ]),
      `${portal.address}/catalog/shop/component/api/supply-chain?release=r%201`,
    ]);
  });

  it('links to the pages where they are not at the backend', async () => {
    portal.answer = () => ({ status: 200, body: passed });
    const page = 'https://app.example/b/catalog/shop/component/';
    const SUPPLY_CHAIN_APP = 'https://app.example/b/';
    expect((await gate(release, { SUPPLY_CHAIN_APP })).stdout).toContain(page);
    const wrong = await gate([...release, '--app', 'app.example']);
    expect(wrong.stderr).toMatch(/^--app app\.example is not an address/);
    expect(wrong.exitCode).toBe(2);
  });

  it.each<[string, object, number, RegExp]>([
    ['a pass', passed, 0, /^✔ Can ship: 14 rules passed\.$/m],
    [
      'observing',
      gateOf({ answer: 'yes', observing: true }),
      0,
      /^⚠ Would not ship \(observing only\): 2 of 14/m,
    ],
    [
      'a failed decision that was overruled',
      gateOf({ answer: 'yes', reason: 'Overruled by user:default/eve' }),
      0,
      /^✔ Can ship: Overruled by user:default\/eve\.$/m,
    ],
    [
      'a pass that does not count',
      gateOf({ ...passed, answer: 'no', reason: 'Held' }),
      1,
      /^✖ Cannot ship: Held\.$/m,
    ],
    ['still judging', waiting, 2, /^\? Not known: Release is being judged/m],
    [
      'a pass that is being judged again',
      gateOf({ ...passed, answer: 'unknown', reason: 'Being judged' }),
      2,
      /^\? Not known: Being judged/m,
    ],
    ['an answer of tomorrow', gateOf({ answer: 'maybe' }), 2, /\? Not known/],
  ])('%s', async (_, body, exitCode, line) => {
    portal.answers.push({ status: 200, body });
    const result = await gate(release);
    expect(result.stdout).toMatch(line);
    expect(result.exitCode).toBe(exitCode);
  });

  it('polls until it is judged, through a portal that restarts', async () => {
    portal.answers.push(
      {
        status: 200,
        body: gateOf({ answer: 'unknown', reason: 'Nothing yet' }),
      },
      { status: 503, headers: { 'retry-after': '3' }, body: {} },
      { status: 200, body: waiting },
      { status: 200, body: passed },
    );
    const result = await gate([...release, '--wait', '60']);
    expect(result.exitCode).toBe(0);
    expect(result.slept).toEqual([1000, 3000, 2000]);
  });

  it('gives up when the time is up: not known, never a pass', async () => {
    portal.answer = () => ({ status: 200, body: waiting });
    const result = await gate([...release, '--wait', '10']);
    expect(result.exitCode).toBe(2);
    expect(result.slept.reduce((sum, ms) => sum + ms)).toBe(10_000);
  });

  it('honours an HTTP date, and is not kept for hours', async () => {
    const after = (ms: number) => new Date(Date.now() + ms).toUTCString();
    const busy = (retryAfter: string) => ({
      status: 429,
      headers: { 'retry-after': retryAfter },
      body: {},
    });
    portal.answers.push(busy(after(200_000)), { status: 200, body: passed });
    const soon = await gate(release);
    expect(soon.exitCode).toBe(0);
    expect(Math.ceil(soon.slept[0] / 10_000)).toBe(20);
    for (const retryAfter of [after(3_600_000), '86400']) {
      portal.answers.push(busy(retryAfter));
      const late = await gate(release);
      expect(late.exitCode).toBe(2);
      expect(late.slept).toEqual([]);
    }
  });

  it('asks about a change, as JSON, quietly, and for a job summary', async () => {
    const folder = new Folder();
    const change = `7@${'a'.repeat(40)}`;
    portal.answer = () => ({ status: 200, body: gateOf() });
    const json = await gate(['--change', change, '--json'], {
      SUPPLY_CHAIN_RELEASE: 'not this',
    });
    expect(portal.arrived[0].url.searchParams.get('channel')).toBe('change');
    expect(portal.arrived[0].url.searchParams.get('release')).toBe(change);
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      exitCode: 1,
      answer: 'no',
      entityRef: 'component:shop/api',
      version: change,
      fixFirst: { length: 3 },
      link: expect.stringContaining('/catalog/shop/component/api'),
    });
    const quiet = await gate([...release, '--quiet']);
    expect(quiet.stdout).toBe(
      '✖ Cannot ship: 2 of 14 rules fail, 1 warning.\n',
    );

    const summary = folder.write('summary.md', '');
    await gate(release, { GITHUB_STEP_SUMMARY: summary });
    expect(readFileSync(summary, 'utf8')).toMatch(
      /### component&#58;shop\/api 1&#46;4&#46;0[^]*Cannot ship[^]*3\. Title 3/,
    );
    folder.remove();
  });

  it('has colours for a person, unless NO_COLOR', async () => {
    portal.answer = () => ({ status: 200, body: passed });
    expect((await gate(release, {}, 80)).stdout).toContain('\u001b[32m✔');
    const plain = await gate(release, { NO_COLOR: '1' }, 80);
    expect(plain.stdout).not.toContain('\u001b');
  });

  const html = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    text: '<!doctype html><title>App</title>',
  };
  it.each<[string, () => void, string[], RegExp]>([
    ['a page', () => portal.answers.push(html), [], /not with JSON.*--portal/],
    [
      'a page that is not there',
      () => portal.answers.push({ ...html, status: 404 }),
      [],
      /answered 404, but not as a portal.*--portal/,
    ],
    [
      'JSON of something else',
      () => portal.answers.push({ status: 200, body: { hello: 'world' } }),
      [],
      /not as a gate does.*--portal/,
    ],
    [
      'a redirect',
      () =>
        portal.answers.push({
          status: 302,
          headers: { location: 'http://127.0.0.1:2/' },
          body: {},
        }),
      [],
      /redirects: give the address/,
    ],
    [
      'an unknown entity',
      () =>
        portal.answers.push({
          status: 404,
          body: {
            error: { name: 'NotFoundError', message: "Entity 'x' not found" },
            response: { statusCode: 404 },
          },
        }),
      [],
      /Entity 'x' not found \(404\)/,
    ],
    [
      'a refused token',
      () =>
        portal.answers.push({
          status: 401,
          body: {
            error: { name: 'AuthenticationError', message: 'Illegal' },
            response: { statusCode: 401 },
          },
        }),
      [],
      /does not accept this token \(Illegal\): check SUPPLY_CHAIN_TOKEN/,
    ],
    [
      'a path inside the portal',
      () => {},
      ['--portal', 'https://portal.example/api/supply-chain/v1'],
      /give --portal https:\/\/portal\.example$/m,
    ],
    [
      'nobody there',
      () => {},
      ['--portal', 'http://127.0.0.1:2'],
      /nothing answers there/,
    ],
    [
      'no host',
      () => {},
      ['--portal', 'https://a.invalid'],
      /cannot be reached/,
    ],
    ['a bad wait', () => {}, ['--wait', '1e3'], /number of seconds/],
    [
      'an unknown flag',
      () => {},
      ['--stages', 'x'],
      /Did you mean --stage\?\) See supply-chain gate --help\.$/m,
    ],
  ])('%s: one line, exit code 2', async (_, make, args, line) => {
    make();
    const result = await gate([...release, ...args]);
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(line);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('tells TLS that cannot be spoken', async () => {
    const result = await gate([
      ...release,
      '--portal',
      portal.address.replace('http:', 'https:'),
    ]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(/does not speak TLS|TLS could not be agreed/);
    expect(result.slept).toEqual([]);
  });
});
