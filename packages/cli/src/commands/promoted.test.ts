import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const by = { type: 'service', ref: 'ci' };
const promotion = {
  entityRef: 'component:shop/api',
  version: '1.4.0',
  channel: 'release',
  stage: 'production',
  at: '2026-01-31T12:00:00.000Z',
  by,
  asked: { answer: 'yes', at: '2026-01-31T11:00:00.000Z', by },
};

let portal: FakePortal;
beforeEach(async () => {
  portal = await FakePortal.start();
});
afterEach(() => portal.stop());

const promoted = (args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  runCli(['promoted', '--entity', 'shop/api', '--release', '1.4.0', ...args], {
    env: {
      SUPPLY_CHAIN_PORTAL: portal.address,
      SUPPLY_CHAIN_TOKEN: 'secret-token',
      ...env,
    },
  });
const stage = ['--stage', 'production'];

describe('promoted', () => {
  it('tells the portal, again under the same key after trouble', async () => {
    portal.answers.push(
      { status: 503, body: {} },
      { status: 201, body: promotion },
    );
    const result = await promoted(stage);
    expect(result.stderr).toBe('');
    expect(result.exitCode).toBe(0);
    expect(result.stdout.trimEnd().split('\n')).toEqual([
      '✔ Recorded: component:shop/api 1.4.0 is in production since 2026-01-31T12:00:00.000Z.',
      `${portal.address}/catalog/shop/component/api/supply-chain`,
    ]);
    const [first, second] = portal.arrived;
    expect(first.method).toBe('POST');
    expect(first.url.pathname).toBe(
      '/api/supply-chain/v1/entities/component/shop/api/promotions',
    );
    expect(first.headers.authorization).toBe('Bearer secret-token');
    expect(first.headers['content-type']).toBe('application/json');
    const key = first.headers['idempotency-key'];
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(second.headers['idempotency-key']).toBe(key);
    expect(second.digest).toBe(first.digest);

    portal.answers.push({ status: 201, body: promotion });
    await promoted(['--stage', 'staging']);
    expect(portal.arrived[2].headers['idempotency-key']).not.toBe(key);
  });

  it.each([
    [undefined, 'The gate had not been asked for production'],
    [{ ...promotion.asked, answer: 'no' }, 'The gate had said no'],
    [{ ...promotion.asked, answer: 'unknown' }, 'The gate had no answer'],
  ])('warns where there was no yes', async (asked, line) => {
    portal.answers.push({ status: 200, body: { ...promotion, asked } });
    const result = await promoted([...stage, '--quiet']);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain(`⚠ ${line}: pipeline health shows it.`);
    expect(result.stdout).not.toContain('http');
  });

  it('answers as JSON', async () => {
    portal.answers.push({ status: 201, body: promotion });
    const { stdout } = await promoted([...stage, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 0, ...promotion });
  });

  it('writes a summary for the job, with the warning', async () => {
    const folder = new Folder();
    const GITHUB_STEP_SUMMARY = join(folder.path, 'summary.md');
    portal.answers.push({
      status: 201,
      body: { ...promotion, asked: undefined },
    });
    await promoted(stage, { GITHUB_STEP_SUMMARY });
    const text = readFileSync(GITHUB_STEP_SUMMARY, 'utf8');
    expect(text).toMatch(
      /### component&#58;shop\/api 1&#46;4&#46;0 in production\n\n\*\*✔ Recorded.*The gate had not been asked/,
    );
    expect(text).toContain('[Open in the portal](<http://127.0.0.1');
    folder.remove();
  });

  it.each<[string, string[], { status: number; body: unknown }, RegExp]>([
    ['no stage', [], { status: 500, body: {} }, /--stage/],
    [
      'a stage that is not known',
      ['--stage', 'prod'],
      {
        status: 400,
        body: {
          error: {
            name: 'InputError',
            message: "Unknown stage 'prod': this portal has staging",
          },
          response: { statusCode: 400 },
        },
      },
      /Unknown stage 'prod': this portal has staging/,
    ],
    [
      'JSON of something else',
      stage,
      { status: 200, body: { hello: 'world' } },
      /not with a promotion.*--portal/,
    ],
  ])('%s: one line, exit code 2', async (_, args, answer, line) => {
    portal.answer = () => answer;
    const result = await promoted(args);
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(line);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
