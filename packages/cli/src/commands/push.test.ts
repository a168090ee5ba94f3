import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { FakePortal } from '../__testUtils__/FakePortal';
import { runCli } from '../__testUtils__/runCli';

const counts = {
  total: 14,
  passed: 12,
  violations: 2,
  warnings: 1,
  notJudged: 0,
  newViolations: 1,
};
const decision = {
  id: 'd1',
  verdict: 'failed',
  mode: 'enforce',
  collection: 'release',
  policyDigest: 'sha256:41ab',
  judgedAt: '2026-01-01T00:00:00Z',
  counts,
};
const fix = (n: number) => ({
  code: `R-${n}`,
  title: `Title ${n}`,
  message: `message ${n}\u001b[31m\u202e`,
  solution: `solution ${n}`,
  command: `npm i thing@${n}`,
  severity: 'high',
  place: `/components/${n}`,
  isNew: n === 1,
});
const receipt = (more: object = {}) => ({
  id: 'receipt-1',
  status: 'accepted',
  at: '2026-01-01T00:00:00Z',
  link: '/catalog/default/component/chainloop/supply-chain?release=r1',
  decision,
  state: 'cannot-ship',
  fixFirst: [fix(1), fix(2), fix(3), fix(4)],
  ...more,
});
const passed = receipt({
  state: 'can-ship',
  fixFirst: [],
  decision: {
    ...decision,
    verdict: 'passed',
    counts: { ...counts, passed: 14, violations: 0, newViolations: 0 },
  },
});

let portal: FakePortal;
let folder: string;
let bom: string;

beforeEach(async () => {
  portal = await FakePortal.start();
  folder = mkdtempSync(join(tmpdir(), 'push-'));
  bom = join(folder, 'bom.json');
  writeFileSync(bom, '{"bomFormat":"CycloneDX","specVersion":"1.6"}');
});
afterEach(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true });
});

const push = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runCli(['push', ...args], {
    cwd: folder,
    env: {
      SUPPLY_CHAIN_PORTAL: portal.address,
      SUPPLY_CHAIN_TOKEN: 'secret-token',
      ...env,
    },
  });
const release = ['--entity', 'chainloop', '--release', '1.0.0'];

describe('push', () => {
  it('sends exact bytes with their placement, and ends with verdict, three fixes and link', async () => {
    portal.answers.push({ status: 201, body: receipt() });
    const result = await push([
      'bom.json',
      ...release,
      '--line',
      '1.x',
      '--output',
      `sha256:${'a'.repeat(64)}=app.tgz`,
      '--output',
      `sha512:${'b'.repeat(128)}=image`,
    ]);

    const [arrived] = portal.arrived;
    expect(arrived.url.pathname).toBe('/api/supply-chain/v1/artifacts');
    expect(Object.fromEntries(arrived.url.searchParams)).toMatchObject({
      entity: 'component:default/chainloop',
      release: '1.0.0',
      channel: 'release',
      line: '1.x',
      fileName: 'bom.json',
    });
    expect(arrived.url.searchParams.getAll('outputs')).toHaveLength(2);
    expect(arrived.headers.authorization).toBe('Bearer secret-token');
    expect(arrived.digest).toBe(
      `sha256:${createHash('sha256').update(readFileSync(bom)).digest('hex')}`,
    );

    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(
      '✖ Cannot ship: 2 of 14 rules fail, 1 of them new, 1 warning.',
    );
    expect(result.stdout).toContain('1 Title 1: message 1');
    expect(result.stdout).toContain('[NEW]');
    expect(result.stdout).toContain('$ npm i thing@3');
    expect(result.stdout).not.toContain('Title 4');
    expect(result.stdout.trimEnd().split('\n').pop()).toBe(
      `${portal.address}/catalog/default/component/chainloop/supply-chain?release=r1`,
    );
    // What a document says must not act on the terminal.
    expect(result.stdout).not.toContain('\u001b');
    expect(result.stdout).not.toContain('\u202e');
    expect(result.stdout).toContain('\\u{1b}[31m\\u{202e}');
  });

  it('declares what was built by its digest, or by the file itself', async () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'app.tgz'), 'built');
    portal.answers.push({ status: 201, body: passed });
    const digest = `sha512:${'b'.repeat(128)}=image`;
    const files = ['--output', 'dist/app.tgz', '--output', digest];
    await push(['bom.json', ...release, ...files]);
    const sha256 = createHash('sha256').update('built').digest('hex');
    const declared = [`sha256:${sha256}=app.tgz`, digest];
    expect(portal.arrived[0].url.searchParams.getAll('outputs')).toEqual(
      declared,
    );
    const planned = await push(['bom.json', ...release, ...files, '--dry-run']);
    for (const output of declared) {
      expect(planned.stdout).toContain(`declares ${output}`);
    }
  });

  it('keeps the idempotency key for the same bytes at the same place only', async () => {
    const keyOf = async (args: string[]) => {
      portal.answers.push({ status: 200, body: passed });
      expect((await push(['bom.json', ...args])).exitCode).toBe(0);
      return portal.arrived.pop()!.headers['idempotency-key'];
    };
    const first = await keyOf(release);
    expect(await keyOf(release)).toBe(first);
    expect(await keyOf([...release, '--stream', 'image'])).not.toBe(first);
    writeFileSync(bom, '{"bomFormat":"CycloneDX","specVersion":"1.5"}');
    expect(await keyOf(release)).not.toBe(first);
  });

  it('waits as told by 429, backs off on 5xx and broken connections, polls a 202', async () => {
    portal.answers.push(
      { status: 429, headers: { 'retry-after': '7' }, body: {} },
      { status: 503, body: {} },
      'drop',
      {
        status: 202,
        body: { id: 'r/9', status: 'processing', at: '2026-01-01T00:00:00Z' },
      },
      {
        status: 200,
        body: { id: 'r/9', status: 'processing', at: '2026-01-01T00:00:00Z' },
      },
      { status: 200, body: passed },
    );
    const result = await push(['bom.json', ...release]);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('✔ Can ship: 14 rules passed, 1 warning.');
    expect(
      portal.arrived.map(({ method, url }) => `${method} ${url.pathname}`),
    ).toEqual([
      ...Array(4).fill('POST /api/supply-chain/v1/artifacts'),
      'GET /api/supply-chain/v1/receipts/r%2F9',
      'GET /api/supply-chain/v1/receipts/r%2F9',
    ]);
    expect(new Set(portal.arrived.slice(0, 4).map(a => a.digest)).size).toBe(1);
    expect(result.slept[0]).toBe(7000);
    expect(result.slept[2]).toBeGreaterThan(result.slept[1]);
  });

  it('asks again for a receipt that is not there yet, but not for ever', async () => {
    const accepted = {
      status: 202,
      body: { id: 'r9', status: 'processing', at: '2026-01-01T00:00:00Z' },
    };
    const absent = { status: 404, body: { error: { name: 'NotFoundError' } } };
    portal.answers.push(accepted, absent, absent, {
      status: 200,
      body: passed,
    });
    const late = await push(['bom.json', ...release]);
    expect(late.exitCode).toBe(0);
    expect(late.slept).toEqual([500, 1000, 2000]);

    portal.answers.push(accepted);
    portal.answer = () => absent;
    const never = await push(['bom.json', ...release]);
    expect(never.exitCode).toBe(2);
    expect(never.slept).toHaveLength(6);
    expect(never.stderr).toMatch(/^✖ bom\.json: .*404/);
  });

  it('sends again what stalled on the way, and waits as long as a limit says', async () => {
    portal.answers.push(
      { status: 408, headers: { connection: 'close' }, body: {} },
      { status: 429, headers: { 'retry-after': '120' }, body: {} },
      { status: 201, body: passed },
    );
    const result = await push(['bom.json', ...release]);
    expect(result.exitCode).toBe(0);
    expect(result.slept[1]).toBe(120_000);
    expect(new Set(portal.arrived.map(a => a.digest)).size).toBe(1);
    expect(
      new Set(portal.arrived.map(a => a.headers['idempotency-key'])).size,
    ).toBe(1);

    // A day's limit is no matter of waiting: nobody is kept, the portal is not bothered
    portal.answers.push({
      status: 429,
      headers: { 'retry-after': '43170' },
      body: {
        error: {
          name: 'RefusedError',
          message: 'There is no room left. Send it again after midnight.',
          code: 'sender-quota',
        },
        response: { statusCode: 429 },
      },
    });
    const full = await push(['bom.json', ...release]);
    expect(full.exitCode).toBe(2);
    expect(full.slept).toEqual([]);
    expect(full.stderr).toContain('Send it again after midnight');
    expect(portal.arrived).toHaveLength(4);
  });

  it('shows a person how much is sent, and a pipeline only what it waits for', async () => {
    writeFileSync(bom, Buffer.alloc(3_000_000, ' '));
    const busy = { status: 429, headers: { 'retry-after': '7' }, body: {} };
    const env = {
      SUPPLY_CHAIN_PORTAL: portal.address,
      SUPPLY_CHAIN_TOKEN: 'secret-token',
    };
    portal.answers.push(busy, { status: 201, body: passed });
    const watched = await runCli(['push', 'bom.json', ...release], {
      cwd: folder,
      env,
      columns: 60,
    });
    expect(watched.stderr).toContain('bom.json: 3.0 MB of 3.0 MB sent');
    // Every line is taken back before the next, and none is wider than the terminal
    const lines = watched.stderr.split('\r\u001b[2K');
    expect(lines.pop()).toBe('');
    for (const line of lines) {
      expect(stripVTControlCharacters(line).length).toBeLessThan(60);
    }
    const { digest } = portal.arrived[0];
    expect(portal.arrived.map(a => a.digest)).toEqual([digest, digest]);
    expect(digest).toBe(
      `sha256:${createHash('sha256').update(readFileSync(bom)).digest('hex')}`,
    );

    portal.answers.push(busy, { status: 201, body: passed });
    const piped = await push(['bom.json', ...release]);
    expect(piped.stderr).toMatch(/^bom\.json: .*429.*; trying again in 7 s\n$/);
  });

  it('does not retry a refusal, and gives reason and place in one line', async () => {
    portal.answers.push({
      status: 415,
      body: {
        error: {
          name: 'Error',
          message: 'This is no format we know. Name the kind of evidence.',
          code: 'unknown-format',
          line: 12,
        },
        response: { statusCode: 415 },
      },
    });
    const result = await push(['bom.json', ...release]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toBe(
      '✖ bom.json: in line 12: This is no format we know. Name the kind of evidence. (415) Here that is --kind.\n',
    );
    expect(portal.arrived).toHaveLength(1);
    expect(result.stdout).toContain('✖ Not delivered: 1 of 1.');
  });

  it.each([
    ['can-ship', receipt({ ...passed }), 0, '✔ Can ship'],
    [
      'incomplete',
      receipt({ decision: { ...decision, verdict: 'incomplete' } }),
      1,
      '✖ Cannot ship: evidence is missing',
    ],
    [
      'observing',
      receipt({
        state: 'would-not-ship',
        decision: {
          ...decision,
          mode: 'observe',
          enforcedFrom: '2026-03-01T00:00:00Z',
        },
      }),
      0,
      '⚠ Would not ship (observing only, enforced from 2026-03-01): 2 of 14 rules fail',
    ],
    [
      'enforced since its date',
      receipt({
        state: 'cannot-ship',
        decision: {
          ...decision,
          mode: 'observe',
          enforcedFrom: '2026-01-01T00:00:00Z',
        },
      }),
      1,
      '✖ Cannot ship: 2 of 14 rules fail',
    ],
    [
      'out of date, and enforced since its date',
      receipt({
        state: 'out-of-date',
        decision: {
          ...decision,
          mode: 'observe',
          enforcedFrom: '2026-01-01T00:00:00Z',
        },
      }),
      1,
      '✖ Cannot ship: 2 of 14 rules fail',
    ],
    [
      'error',
      receipt({
        decision: {
          ...decision,
          verdict: 'error',
          error: { code: 'timeout', message: 'the policy took too long' },
        },
      }),
      2,
      '! Could not judge: the policy took too long',
    ],
    [
      'unplaced',
      receipt({ decision: undefined, state: 'not-known' }),
      2,
      '? Not known: the portal has no verdict',
    ],
    [
      'refused later',
      receipt({
        status: 'refused',
        refusal: { reason: 'Not JSON', pointer: '/a', remedy: 'Send JSON' },
      }),
      2,
      '✖ Not delivered: 1 of 1.',
    ],
  ])('%s', async (_, body, exitCode, line) => {
    portal.answers.push({ status: 201, body });
    const result = await push(['bom.json', ...release]);
    expect(result.stdout).toContain(line);
    expect(result.exitCode).toBe(exitCode);
  });

  it('takes the place from the environment of a pipeline, flags first', async () => {
    const env = {
      SUPPLY_CHAIN_ENTITY: 'component:default/from-env',
      SUPPLY_CHAIN_RELEASE: '2.0.0',
    };
    portal.answers.push({ status: 201, body: passed });
    await push(['bom.json'], env);
    portal.answers.push({ status: 201, body: passed });
    await push(['bom.json', '--entity', 'other'], env);
    expect(
      portal.arrived.map(({ url: { searchParams } }) => [
        searchParams.get('entity'),
        searchParams.get('release'),
      ]),
    ).toEqual([
      ['component:default/from-env', '2.0.0'],
      ['component:default/other', '2.0.0'],
    ]);
  });

  it('sends a change, and every file before it answers', async () => {
    writeFileSync(join(folder, 'two.json'), '{}');
    portal.answers.push(
      { status: 201, body: receipt() },
      { status: 200, body: passed },
    );
    const sha = '3aacb948c02345242f5b0568c24e8a42f267f1e7';
    const result = await push([
      'bom.json',
      'two.json',
      '--entity',
      'component:default/chainloop',
      '--change',
      `128@${sha}`,
      '--json',
    ]);
    expect(result.exitCode).toBe(0);
    const json = JSON.parse(result.stdout);
    expect(json).toMatchObject({
      verdict: 'passed',
      exitCode: 0,
      deliveries: [{ file: 'bom.json' }, { file: 'two.json' }],
    });
    expect(portal.arrived[0].url.searchParams.get('release')).toBe(
      `128@${sha}`,
    );
    expect(portal.arrived[0].url.searchParams.get('channel')).toBe('change');
  });

  it.each<[string, string[], NodeJS.ProcessEnv, RegExp]>([
    [
      'no version',
      ['bom.json', '--entity', 'x'],
      {},
      /--release <version> or --change/,
    ],
    [
      'a bad change',
      ['bom.json', '--entity', 'x', '--change', '12@abc'],
      {},
      /full head commit/,
    ],
    ['no entity', ['bom.json', '--release', '1'], {}, /Whose evidence/],
    [
      'a bad entity',
      ['bom.json', '--entity', 'a/b/c', '--release', '1'],
      {},
      /kind:namespace\/name/,
    ],
    [
      'an unknown flag',
      ['bom.json', ...release, '--relaese'],
      {},
      /unknown option '--relaese'/,
    ],
    [
      'a bad kind',
      ['bom.json', ...release, '--kind', 'bom'],
      {},
      /Allowed choices are sbom/,
    ],
    [
      'a short digest',
      ['bom.json', ...release, '--output', 'sha256:9f2c=x'],
      {},
      /full digest/,
    ],
    [
      'an output that is not there',
      ['bom.json', ...release, '--output', 'dist/app.tgz'],
      {},
      /--output dist\/app\.tgz cannot be read: there is no such file; a digest is written </,
    ],
    [
      'a bad time',
      ['bom.json', ...release, '--made-at', 'yesterday'],
      {},
      /--made-at yesterday/,
    ],
    [
      'no file',
      ['none.json', ...release],
      {},
      /none\.json cannot be read: there is no such file/,
    ],
    ['a folder', ['.', ...release], {}, /it is a folder/],
    [
      'a bad address',
      ['bom.json', ...release, '--portal', 'portal'],
      {},
      /--portal portal is not an address/,
    ],
    [
      'no encryption',
      ['bom.json', ...release, '--portal', 'http://portal.example'],
      {},
      /not encrypted/,
    ],
    [
      'no token',
      ['bom.json', ...release],
      { SUPPLY_CHAIN_TOKEN: undefined },
      /No token: set SUPPLY_CHAIN_TOKEN/,
    ],
    [
      'a broken token',
      ['bom.json', ...release],
      { SUPPLY_CHAIN_TOKEN: 'a\nb' },
      /copied whole/,
    ],
    [
      'nobody there',
      // Port 2 is nobody's, and none that fetch itself blocks
      ['bom.json', ...release, '--portal', 'http://127.0.0.1:2'],
      {},
      /cannot be reached: nothing answers there\. Is the portal running/,
    ],
  ])('%s: one line, exit code 2, nothing sent', async (_, args, env, line) => {
    const result = await push(args, env);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(line);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(portal.arrived).toHaveLength(0);
  });

  it('checks everything and sends nothing with --dry-run', async () => {
    const result = await push(['bom.json', ...release, '--dry-run']);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('Nothing was sent.');
    expect(portal.arrived).toHaveLength(0);
  });

  it('finds the development token above, and keeps it on this machine', async () => {
    const below = join(folder, 'a', 'b');
    mkdirSync(below, { recursive: true });
    mkdirSync(join(folder, '.supply-chain'));
    writeFileSync(join(folder, '.supply-chain', 'dev-token'), 'dev-secret\n');
    writeFileSync(
      join(folder, '.supply-chain', 'portal.json'),
      JSON.stringify({ portal: portal.address, app: 'http://localhost:3000' }),
    );
    portal.answers.push({ status: 201, body: passed });
    const args = ['push', bom, ...release];
    const result = await runCli(args, { cwd: below });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('http://localhost:3000/catalog/default/');
    expect(portal.arrived[0].headers.authorization).toBe('Bearer dev-secret');

    const abroad = await runCli(
      [...args, '--portal', 'https://portal.example'],
      {
        cwd: below,
      },
    );
    expect(abroad.exitCode).toBe(2);
    expect(abroad.stderr).toMatch(/No token/);
  });

  it('writes an escaped job summary on GitHub', async () => {
    const summary = join(folder, 'summary.md');
    portal.answers.push({ status: 201, body: receipt() });
    await push(['bom.json', ...release], { GITHUB_STEP_SUMMARY: summary });
    const text = readFileSync(summary, 'utf8');
    expect(text).toContain('Cannot ship&#58; 2 of 14 rules fail');
    expect(text).toContain('[Open in the portal](<http://127.0.0.1');
    expect(text).not.toContain('\u001b');
  });

  it('says in the summary why nothing was delivered, or not even tried', async () => {
    const summary = join(folder, 'summary.md');
    portal.answers.push({ status: 404, body: {} });
    await push(['bom.json', ...release], { GITHUB_STEP_SUMMARY: summary });
    expect(readFileSync(summary, 'utf8')).toMatch(
      /Not delivered&#58; 1 of 1[^]*1\. bom&#46;json&#58; .* answered 404/,
    );
    await push(['none.json', ...release], { GITHUB_STEP_SUMMARY: summary });
    expect(readFileSync(summary, 'utf8')).toMatch(
      /### supply&#45;chain push\n\n\*\*&#33; Could not tell&#58; none&#46;json cannot be read/,
    );
  });

  it.each([
    [
      'of a gateway',
      { headers: { 'content-type': 'text/html' }, text: 'Busy' },
    ],
    ['in JSON that is not ours', { body: { message: 'slow down' } }],
  ])('tells an answer %s from a wrong address', async (_, answer) => {
    portal.answers.push({
      status: 429,
      ...answer,
      headers: {
        'retry-after': '900',
        ...('headers' in answer ? answer.headers : {}),
      },
    });
    const { stderr, exitCode, slept } = await push(['bom.json', ...release]);
    expect(stderr).toMatch(
      /answered 429, .* before the portal: try again later/,
    );
    expect(exitCode).toBe(2);
    expect(slept).toEqual([]);
  });
});
