import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakePortal } from '../__testUtils__/FakePortal';
import { runCli } from '../__testUtils__/runCli';

const retirement = {
  entityRef: 'component:shop/api',
  version: '1.3.0',
  channel: 'release',
  stage: 'production',
  at: '2026-01-31T12:00:00.000Z',
  by: { type: 'service', ref: 'ci' },
  live: false,
};

let portal: FakePortal;
beforeEach(async () => {
  portal = await FakePortal.start();
});
afterEach(() => portal.stop());

const cli = (...args: string[]) =>
  runCli(args, {
    env: {
      SUPPLY_CHAIN_PORTAL: portal.address,
      SUPPLY_CHAIN_TOKEN: 'secret-token',
    },
  });
const retire = (...args: string[]) =>
  cli('retire', '--entity', 'shop/api', '--release', '1.3.0', ...args);

describe('retire', () => {
  it('tells the portal, again under the same key after trouble', async () => {
    portal.answers.push(
      { status: 503, body: {} },
      { status: 201, body: retirement },
    );
    const result = await retire('--stage', 'production');
    expect(result.stderr).toBe('');
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain(
      '✔ Recorded: component:shop/api 1.3.0 left production at 2026-01-31T12:00:00.000Z.',
    );
    const [first, second] = portal.arrived;
    expect(first.url.pathname).toBe(
      '/api/supply-chain/v1/entities/component/shop/api/retirements',
    );
    const key = first.headers['idempotency-key'];
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(second.headers['idempotency-key']).toBe(key);
  });

  it('says when the release is live all the same', async () => {
    const body = { ...retirement, stage: undefined, live: true };
    portal.answers.push({ status: 200, body });
    const result = await retire('--support-until', '2031-12-31', '--quiet');
    expect(result.stdout).toContain('left every stage');
    expect(result.stdout).toContain('It is live all the same');
  });

  it.each([
    [['--support-until', 'soon'], [], "'soon' is no date"],
    [['--support-until', '12'], [], "'12' is no date"],
    [['--support-until', '2031-02-31'], [], "'2031-02-31' is no date"],
    [[], [{ status: 200, body: { hello: 1 } }], 'not with a retirement'],
  ])('could not tell: %j', async (args, answers, line) => {
    portal.answers.push(...answers);
    const result = await retire(...args);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain(line);
  });
});

describe('restore', () => {
  it('sends the copy under its own digest', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'restore-')), 'a.json');
    await writeFile(file, '{}');
    const digest = `sha256:${createHash('sha256').update('{}').digest('hex')}`;
    const integrity = { state: 'sound' };
    portal.answers.push({ status: 200, body: { digest, integrity } });
    const result = await cli('restore', file);
    expect(result.stderr).toBe('');
    expect(result.stdout).toContain(`✔ Restored: ${digest} is sound again.`);
    const [sent] = portal.arrived;
    expect(decodeURIComponent(sent.url.pathname)).toBe(
      `/api/supply-chain/v1/retention/artifacts/${digest}/restore`,
    );
    expect(sent.digest).toBe(digest);
  });

  it('could not tell without the file, or when the portal refuses', async () => {
    const missing = await cli('restore', '/nowhere/a.json');
    expect(missing.exitCode).toBe(2);
    expect(missing.stderr).toContain('/nowhere/a.json cannot be read');
    portal.answers.push({
      status: 409,
      body: {
        error: {
          name: 'ConflictError',
          message: 'there is nothing to restore',
        },
        response: { statusCode: 409 },
      },
    });
    const refused = await cli('restore', __filename);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('there is nothing to restore');
  });
});
