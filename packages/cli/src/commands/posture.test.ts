import { readFileSync } from 'node:fs';
import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

// Everything that a terminal acts on, but for the ends of our own lines
const ACTIVE = /[^\P{Cc}\n]|\u202e/u;
const fix = {
  code: 'R-1',
  title: 'A known exploited vulnerability has a fix',
  message: 'CVE-2026-1 in left-pad is exploited and fixed in 2.0.0',
  solution: 'Update left-pad to 2.0.0 and build the release again',
  command: 'npm install left-pad@2.0.0',
  severity: 'high',
  path: ['api', 'middle', 'left-pad'],
  isNew: true,
};
const posture = {
  entityRef: 'component:shop/api',
  title: 'Shop API',
  state: 'cannot-ship',
  stateSince: '2026-01-02T03:04:05Z',
  release: {
    id: 'r1',
    version: '1.4.0',
    channel: 'release',
    line: 'main',
    madeAt: '2026-01-01T00:00:00Z',
  },
  judging: true,
  fixFirst: [fix],
  upcoming: [],
  expected: [
    { kind: 'sbom', level: 'required', state: 'ok', detail: '1658 components' },
    { kind: 'provenance', level: 'wanted', state: 'unverified' },
    {
      kind: 'scan',
      level: 'required',
      state: 'missing',
      since: { version: '1.2.0', at: '2026-01-01T00:00:00Z' },
    },
    { kind: 'vex', level: 'wanted', state: 'not-expected' },
  ],
  outputs: [],
  counts: { components: 1658, findings: 3, evidence: 2, provenance: 1 },
};

let portal: FakePortal;
let answers: Record<string, unknown>;
beforeEach(async () => {
  portal = await FakePortal.start();
  answers = {
    posture,
    releases: {
      totalItems: 1,
      items: [{ ...posture.release, id: 'r0', version: '1.3.0' }],
    },
  };
  portal.answer = ({ url }) => {
    const what = url.pathname.split('/').pop()!;
    const severity = url.searchParams.get('severity');
    const body =
      what === 'findings'
        ? { items: [], totalItems: severity === 'high' ? 2 : 0 }
        : answers[what];
    return { status: 200, body };
  };
});
afterEach(() => portal.stop());

const show = (args: string[], columns?: number, env: NodeJS.ProcessEnv = {}) =>
  runCli(['posture', ...args], {
    columns,
    env: {
      ...env,
      SUPPLY_CHAIN_PORTAL: portal.address,
      SUPPLY_CHAIN_TOKEN: 'secret-token',
      NO_COLOR: '1',
    },
  });

describe('posture', () => {
  it('shows what the fold of the page shows', async () => {
    const { stdout, exitCode } = await show(['shop/api']);
    expect(exitCode).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'Shop API component:shop/api',
      '✖ Cannot ship since 2026-01-02',
      'Release 1.4.0 (line main, 2026-01-01)',
      'A judgement is on its way.',
      '● sbom: ok (1658 components)',
      '◐ provenance: unverified',
      '○ scan: missing (since 1.2.0, required)',
      '– vex: not expected',
      '1658 components · 3 findings (2 high) · 2 pieces of evidence',
      '1 A known exploited vulnerability has a fix: CVE-2026-1 in left-pad is exploited and fixed in 2.0.0 [NEW]',
      '    via api → middle → left-pad',
      '    Update left-pad to 2.0.0 and build the release again',
      '    $ npm install left-pad@2.0.0',
      `${portal.address}/catalog/shop/component/api/supply-chain`,
    ]);
  });

  it('fits a narrow terminal; what is to be copied stays whole', async () => {
    const { stdout } = await show(['shop/api'], 30);
    const lines = stdout.trimEnd().split('\n');
    const long = lines.filter(line => [...line].length > 30);
    expect(long).toEqual([
      '    $ npm install left-pad@2.0.0',
      `${portal.address}/catalog/shop/component/api/supply-chain`,
    ]);
    const words = (text: string) => text.split(/\s+/);
    expect(words(stdout)).toEqual(words((await show(['shop/api'])).stdout));
  });

  it('makes what strangers wrote inert', async () => {
    const evil = 'x\u001b]0;owned\u0007\u009b31m\u202e\r\nfaked line';
    answers.posture = {
      ...posture,
      title: evil,
      release: { ...posture.release, version: evil },
      expected: [{ ...posture.expected[0], detail: evil }],
      fixFirst: [{ ...fix, title: evil, command: evil, path: [evil] }],
    };
    for (const columns of [undefined, 24]) {
      const { stdout } = await show(['shop/api'], columns);
      expect(stdout).not.toMatch(ACTIVE);
      expect(stdout).not.toMatch(/^faked line/m);
    }
    const json = await show(['shop/api', '--json']);
    expect(json.stdout).not.toMatch(ACTIVE);
    expect(JSON.parse(json.stdout)).toMatchObject({
      exitCode: 1,
      state: 'cannot-ship',
      findings: { high: 2 },
    });
  });

  it('says what a change would change, on the page of a job too', async () => {
    const base = { ...posture.release, version: '1.3.0' };
    const changes = { base, added: 2, removed: 0, updated: 1, newFindings: 1 };
    const folder = new Folder();
    try {
      const summary = folder.write('summary.md', '');
      answers.posture = {
        ...posture,
        changes: { ...changes, goneFindings: 0 },
      };
      const { stdout } = await show([], undefined, {
        SUPPLY_CHAIN_ENTITY: 'shop/api',
        GITHUB_STEP_SUMMARY: summary,
      });
      const line = 'Against 1.3.0: +2 −0 ↑1 components, 1 new finding';
      expect(stdout).toContain(`\n${line}\n`);
      const told = readFileSync(summary, 'utf8').replace(/&#(\d+);/g, (_, c) =>
        String.fromCharCode(c),
      );
      expect(told).toContain('### component:shop/api 1.4.0');
      expect(told).toContain(`✖ Cannot ship. ${line}.`);
    } finally {
      folder.remove();
    }
    answers.posture = {
      ...posture,
      changes: { ...changes, added: 0, updated: 0, newFindings: 0 },
    };
    expect((await show(['shop/api'])).stdout).toContain(
      'Against 1.3.0: the same components',
    );
  });

  it('shows a release by its version', async () => {
    const { stdout } = await show(['shop/api', '--release', '1.3.0']);
    const asked = portal.arrived.find(a => a.url.pathname.endsWith('/posture'));
    expect(asked!.url.searchParams.get('release')).toBe('r0');
    expect(stdout).toContain('supply-chain?release=');

    const none = await show(['shop/api', '--release', '9.9.9']);
    expect(none.exitCode).toBe(2);
    expect(none.stderr).toMatch(/no release 9\.9\.9 with evidence/);
  });

  it.each([
    ['can-ship', 0, '✔ Can ship\n'],
    ['would-not-ship', 0, '⚠ Would not ship (observing only)\n'],
    ['cannot-ship', 1, '✖ Cannot ship\n'],
    ['out-of-date', 2, '? Out of date\n'],
    ['not-known', 2, '? Not known\n'],
    ['could-not-judge', 2, '! Could not judge\n'],
    ['not-in-scope', 2, '? Not in scope\n'],
    ['a-word-of-tomorrow', 2, '? a-word-of-tomorrow\n'],
  ])('%s is exit code %i', async (state, exitCode, line) => {
    answers.posture = { ...posture, state };
    const result = await show(['shop/api', '--quiet']);
    expect(result.stdout).toBe(line);
    expect(result.exitCode).toBe(exitCode);
  });

  it('says when there is nothing yet, and which entity it needs', async () => {
    answers.posture = {
      ...posture,
      title: undefined,
      state: 'not-known',
      release: undefined,
      fixFirst: [],
      counts: { components: 0, findings: 0, evidence: 0, provenance: 0 },
    };
    const { stdout, exitCode } = await show(['shop/api']);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('No release has evidence yet.');
    expect(stdout).not.toMatch(/0 components/);

    const unnamed = await show([]);
    expect(unnamed.exitCode).toBe(2);
    expect(unnamed.stderr).toMatch(/Which entity\? Name it/);
  });
});
