import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { GrantService } from '../intake/grants';
import { matchesGlob } from './glob';
import { readConfig } from './readConfig';

const DAY = 24 * 60 * 60 * 1000;

function read(supplyChain: object, backend: object = {}) {
  return readConfig(new ConfigReader({ supplyChain, backend } as never));
}

describe('matchesGlob', () => {
  it('agrees with a RegExp on everything but time', () => {
    const letters = fc.constantFrom('a', 'b', '/', '*', '?');
    const pattern = fc.string({ unit: letters, maxLength: 8 });
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', '/'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(pattern, text, (glob, name) => {
        const source = [...glob]
          .map(char => ({ '*': '.*', '?': '.' }[char] ?? char))
          .join('');
        const expected = new RegExp(`^${source}$`, 'is').test(name);
        expect(matchesGlob(glob, name)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no more steps than pattern times text', () => {
    // A backtracking matcher would not end before the sun does
    expect(matchesGlob(`${'a*'.repeat(60)}b`, 'a'.repeat(5000))).toBe(false);
  });
});

describe('readConfig', () => {
  it('has the documented defaults', () => {
    const config = readConfig(new ConfigReader({}));
    expect(config).toMatchObject({
      limits: {
        maxBytes: 134217728,
        answerDeadlineMs: 20_000,
        maxConcurrentIntakes: 8,
        maxConcurrentIntakesPerPrincipal: 2,
        bodyIdleTimeoutMs: 30_000,
      },
      retention: {
        classes: [
          {
            name: 'default',
            definition: { start: 'receipt', minimumMs: 365 * DAY },
          },
        ],
        liveAfterGoneMs: 90 * DAY,
        run: { graceMs: 7 * DAY, dryRun: false },
        scrub: { windowMs: 30 * DAY },
      },
      refusalRetentionMs: 90 * DAY,
      scope: [{ match: { kind: 'component' }, mode: 'observe' }],
      grants: [],
    });
  });

  it.each([
    [1, 1],
    [3, 1],
    [9, 3],
  ])('gives one sender a quarter of %p intakes: %p', (all, share) => {
    const { limits } = read({ limits: { maxConcurrentIntakes: all } });
    expect(limits.maxConcurrentIntakesPerPrincipal).toBe(share);
  });

  it('reads durations in both spellings', () => {
    expect(
      read({ retention: { days: 400 }, collectors: { interval: '5m' } }),
    ).toMatchObject({
      retention: { classes: [{ definition: { minimumMs: 400 * DAY } }] },
      collectorIntervalMs: 300_000,
    });
  });

  it('reads classes of retention', () => {
    const { retention } = read({
      retention: {
        default: { days: 365 },
        classes: [
          {
            name: 'cra',
            match: { channels: ['release'], entities: { type: 'product' } },
            start: 'last-supply',
            minimum: { years: 10 },
          },
        ],
      },
    });
    expect(retention.classes).toMatchObject([
      { name: 'default', definition: { match: {}, insteadOfDefault: false } },
      {
        name: 'cra',
        definition: {
          match: { channels: ['release'], entities: { type: 'product' } },
          start: 'last-supply',
        },
      },
    ]);
  });

  it.each([
    [
      { retention: { classes: [{ name: 'No', minimum: { days: 1 } }] } },
      "'No' is no name",
    ],
    [
      { retention: { classes: [{ name: 'default', minimum: { days: 1 } }] } },
      "has 'default' twice",
    ],
    [
      {
        retention: {
          classes: [{ name: 'a', minimum: { days: 2 }, latest: { days: 1 } }],
        },
      },
      'latest deletion before its minimum',
    ],
    [
      {
        retention: {
          classes: [{ name: 'a', minimum: { days: 2 }, start: 'birth' }],
        },
      },
      'retention.classes.start',
    ],
    [{ retention: { run: { rate: 0 } } }, 'retention.run.rate'],
    [{ limits: { maxBytes: 0 } }, 'supplyChain.limits.maxBytes'],
    [
      { limits: { maxConcurrentIntakesPerPrincipal: 0 } },
      'supplyChain.limits.maxConcurrentIntakesPerPrincipal',
    ],
    [{ scope: [{ match: {}, mode: 'strict' }] }, "'strict'"],
    [{ scope: [{ match: {}, expect: { sbm: 'required' } }] }, "'sbm'"],
    [{ scope: [{ match: {}, enforceFrom: 'soon' }] }, "'soon'"],
  ])('refuses %j at start', (supplyChain, message) => {
    expect(() => read(supplyChain)).toThrow(message);
  });

  it('takes development grants only on loopback', () => {
    const grants = [{ subject: 'dev', entities: ['*'], development: true }];
    for (const listen of [undefined, ':7007', '0.0.0.0:7007', { host: '::' }]) {
      expect(() => read({ grants }, { listen })).toThrow('loopback');
    }
    for (const listen of ['127.0.0.1:7007', { host: '::1' }, '[::1]:7007']) {
      expect(read({ grants }, { listen }).grants).toHaveLength(1);
    }
  });
});

describe('GrantService', () => {
  const { grants } = read({
    grants: [
      { subject: 'ci', entities: ['component:default/*'], kinds: ['sbom'] },
      {
        subject: 'ci',
        entities: ['component:default/app'],
        kinds: ['scan'],
        channels: ['release', 'change'],
        madeAt: true,
      },
      { subject: 'gate', entities: ['*'], actions: ['read'] },
    ],
  });
  const service = new GrantService(grants);
  const app = 'component:default/app';
  const other = 'component:default/other';

  it.each([
    ['ci', 'submit', app, 'change', { kinds: ['sbom', 'scan'], madeAt: true }],
    ['ci', 'submit', app, 'release', { kinds: ['scan'], madeAt: true }],
    ['ci', 'submit', other, 'change', { kinds: ['sbom'], madeAt: false }],
    ['ci', 'submit', other, 'release', { code: 'channel-not-granted' }],
    [
      'ci',
      'submit',
      'api:default/app',
      'change',
      { code: 'entity-not-granted' },
    ],
    ['ci', 'withdraw', app, undefined, { code: 'not-granted' }],
    ['nobody', 'submit', app, 'change', { code: 'not-granted' }],
    ['gate', 'read', other, undefined, { allowed: true }],
  ] as const)(
    '%s may %s %s in %s: %j',
    (subject, action, entityRef, channel, expected) => {
      expect(
        service.check({ subject, action, entityRef, channel }),
      ).toMatchObject(expected);
    },
  );
});
