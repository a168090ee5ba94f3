import {
  aJobLine,
  aKeyLine,
  aKeyPair,
  aTrustPolicy,
} from '../__testUtils__/trustPolicies';
import { readTrustPolicy } from './readTrustPolicy';
import { TrustPolicyError } from './TrustPolicyError';

const { publicPem, privatePem } = aKeyPair();
const keys = [{ name: 'ops', pem: publicPem }];

function problemsOf(policy: unknown): [pointer: string, message: string][] {
  try {
    readTrustPolicy(policy);
    return [];
  } catch (error) {
    if (!(error instanceof TrustPolicyError)) throw error;
    return error.problems.map(one => {
      expect(one.remedy).toMatch(/\.$/);
      return [one.pointer, one.message];
    });
  }
}

/** The problems of a policy of one line with a key. */
const ofLine = (more: object) =>
  problemsOf(aTrustPolicy({ keys, lines: [aKeyLine(['ops'], more)] }));
/** The problems at the signer of a line with a certificate. */
const ofSigner = (more: object) =>
  problemsOf(
    aTrustPolicy({
      lines: [aJobLine({ signer: { ...aJobLine().signer, ...more } as any })],
    }),
  ).filter(([, message]) => !message.includes("called 'private'"));

describe('readTrustPolicy', () => {
  it('reads one, and says its digest whatever the order of its fields', () => {
    const policy = aTrustPolicy({ keys, lines: [aKeyLine(['ops'])] });
    const turned = Object.fromEntries(Object.entries(policy).reverse());
    delete turned.adoption;
    const loaded = readTrustPolicy(policy);
    expect(loaded.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(readTrustPolicy(turned).digest).toBe(loaded.digest);
    expect(loaded.policy).toEqual(policy);
    expect([...loaded.keys.keys()]).toEqual(['ops']);
    const other = aTrustPolicy({
      keys,
      lines: [aKeyLine(['ops'], { id: 'x' })],
    });
    expect(readTrustPolicy(other).digest).not.toBe(loaded.digest);
  });

  it('tells everything that is wrong at once, and where', () => {
    expect(
      problemsOf({
        schema: 'https://example.test/v9',
        roots: [{ name: 'r', root: { mediaType: 'x' } }],
        keys: [{ name: 'k', pem: 'no' }],
        lines: [{ id: 'l' }, 7],
        more: true,
      }),
    ).toEqual(
      expect.arrayContaining([
        ['/more', "There is no field 'more' here."],
        ['/schema', "'https://example.test/v9' is not known here."],
        [
          '/roots/0/root/mediaType',
          'This is no trusted root of a known version.',
        ],
        ['/keys/0/pem', 'This is no public key in PEM.'],
        ['/lines/0/signer', 'This must be an object.'],
        ['/lines/0/require', 'This must be an object.'],
        [
          '/lines/0/entities',
          'This must be a list of texts with at least one.',
        ],
        ['/lines/1', 'This must be an object.'],
      ]),
    );
    expect(problemsOf([])).toHaveLength(4);
  });

  it.each([
    'https://github.com/acme/ci/.github/workflows/build.yml@refs/heads/main',
    'https://gitlab.example.test/acme/shop//.gitlab-ci.yml@refs/heads/main',
    'https://git.example.test/acme/ci/.gitea/workflows/x.yaml@refs/heads/main',
    'https://git.example.test/acme/*',
  ])('refuses the workflow %s without its source', identity => {
    const signer = { issuer: 'https://ci.example.test', identity };
    expect(ofSigner({ ...signer, source: undefined })).toEqual([
      ['/lines/0/signer/source', expect.stringContaining('any repository')],
    ]);
    expect(ofSigner(signer)).toEqual([]);
  });

  it('takes a person without a source', () => {
    const person = {
      issuer: 'https://accounts.example.test',
      identity: 'jo@example.test',
      source: undefined,
    };
    expect(ofSigner(person)).toEqual([]);
  });

  it.each([
    ['identity', '*', /anybody/],
    ['identity', 'https://*', /anybody/],
    ['issuer', 'https://*.example.test', /exact address/],
    ['source', { repositoryId: '1', refs: ['*'], triggers: ['*'] }, /pattern/],
    ['source', { repositoryId: 1, refs: ['*'], triggers: ['push'] }, /text/],
    ['source', { refs: ['*'], triggers: ['push'] }, /text/],
    ['source', { repositoryId: '1', refs: [], triggers: ['push'] }, /list/],
  ])('refuses the %s %j', (part, value, message) => {
    const problems = ofSigner({ [part]: value });
    expect(problems.map(([, text]) => text)).toContainEqual(
      expect.stringMatching(message),
    );
  });

  it.each([
    [{ from: '2026-13-01T00:00:00Z' }, '/lines/0/from'],
    [{ from: '2026-11-01' }, '/lines/0/from'],
    [
      { from: '2026-11-02T00:00:00Z', until: '2026-11-02T01:00:00+01:00' },
      '/lines/0/until',
    ],
    [{ revoked: { reason: 'lost', since: 'now' } }, '/lines/0/revoked/reason'],
    [{ revokd: {} }, '/lines/0/revokd'],
    [{ require: { log: 0, sct: 1, time: 0 } }, '/lines/0/require/sct'],
    [{ require: { log: 1, sct: 0, time: 0 } }, '/lines/0/require'],
    [{ require: { log: -1, sct: 0, time: 0 } }, '/lines/0/require/log'],
    [{ require: { log: 0, sct: 0 } }, '/lines/0/require/time'],
    [{ signer: { type: 'key', keys: ['gone'] } }, '/lines/0/signer/keys'],
    [{ signer: { type: 'key', keys: ['ops', 'ops'] } }, '/lines/0/signer/keys'],
    [
      { signer: { type: 'key', keys: ['ops'], root: 'gone' } },
      '/lines/0/signer/root',
    ],
    [{ build: { level: 4 } }, '/lines/0/build/level'],
    [
      {
        build: {
          level: 2,
          builders: ['b'],
          buildTypes: ['t'],
          source: { repositories: ['r'], refs: ['*'] },
          externalParameters: { workflow: ['x'] },
        },
      },
      '/lines/0/build/externalParameters/workflow',
    ],
  ])('refuses a line of %j', (more, pointer) => {
    expect(ofLine(more).map(([place]) => place)).toContain(pointer);
  });

  it('refuses what is there twice, and what is secret', () => {
    const twice = aTrustPolicy({
      keys: [...keys, { name: 'again', pem: publicPem }],
      lines: [aKeyLine(['ops']), aKeyLine(['ops'])],
    });
    expect(problemsOf(twice)).toEqual([
      ['/keys/1/pem', "This is the key 'ops' once more."],
      ['/lines/1/id', "'key' is there twice."],
    ]);
    const secret = aTrustPolicy({ keys: [{ name: 'k', pem: privatePem }] });
    const [[, message]] = problemsOf(secret);
    expect(message).toContain('private key');
    expect(message).not.toContain('BEGIN');
  });

  it('requires a trusted time of certificates', () => {
    const lines = [aJobLine({ require: { log: 1, sct: 1, time: 0 } })];
    expect(problemsOf(aTrustPolicy({ lines }))).toContainEqual([
      '/lines/0/require/time',
      expect.stringContaining('without a trusted time'),
    ]);
  });
});
