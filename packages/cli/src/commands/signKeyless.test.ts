import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { idToken, JOB_IDENTITY, JOB_ISSUER } from '../__testUtils__/idToken';
import { runCli } from '../__testUtils__/runCli';
import { RunningSigstore } from '../__testUtils__/RunningSigstore';

jest.setTimeout(60_000);

let sigstore: RunningSigstore;
let server: FakePortal;
let folder: Folder;
beforeAll(async () => {
  sigstore = await RunningSigstore.start();
  server = await FakePortal.start();
});
afterAll(async () => {
  await sigstore.stop();
  await server.stop();
});
beforeEach(() => {
  server.answers.length = 0;
  server.arrived.length = 0;
  server.answer = undefined;
  folder = new Folder();
  folder.write('app.tgz', 'the build product');
  folder.write('trusted_root.json', JSON.stringify(sigstore.trustedRoot));
  for (const version of [1, 2] as const) {
    const config = JSON.stringify(sigstore.signingConfig(version));
    folder.write(`signing_config.v${version}.json`, config);
  }
});
afterEach(() => folder.remove());

const cli = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runCli(args, { cwd: folder.path, env });
const TRUST = [
  ...['--trusted-root', 'trusted_root.json', '--identity', JOB_IDENTITY],
  ...['--issuer', JOB_ISSUER],
];
const addresses = (more: Record<string, string> = {}) =>
  Object.entries({
    '--fulcio-url': sigstore.url,
    '--rekor-url': sigstore.url,
    '--timestamp-server-url': sigstore.url,
    ...more,
  }).flat();
const read = (file: string) =>
  JSON.parse(readFileSync(join(folder.path, file), 'utf8'));

describe('sign without a key', () => {
  it.each([1, 2] as const)(
    'as a GitHub job, with Rekor %d, what verify takes from that job alone',
    async version => {
      await cli(['provenance', 'app.tgz', '--output', 'provenance.json']);
      const token = idToken();
      server.answers.push({ status: 200, body: { value: token } });
      const files = ['app.tgz', 'provenance.json'];
      const config = ['--signing-config', `signing_config.v${version}.json`];
      const made = await cli(['sign', ...files, ...config], {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${server.address}/token?api=2`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'the-secret-of-the-job',
      });
      expect(made.stderr).toBe('');
      expect(made.stdout).toContain(
        `✔ Signed 2 files as ${JOB_IDENTITY}, published in ${sigstore.url}.`,
      );
      expect(made.exitCode).toBe(0);
      // One token, for Fulcio alone
      expect(server.arrived).toHaveLength(1);
      expect(server.arrived[0].url.searchParams.get('audience')).toBe(
        'sigstore',
      );
      const [blob, statement] = files.map(file =>
        read(`${file}.sigstore.json`),
      );
      for (const bundle of [blob, statement]) {
        const { mediaType, verificationMaterial } = bundle;
        expect(mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json');
        expect(verificationMaterial.tlogEntries).toHaveLength(1);
        expect(
          verificationMaterial.timestampVerificationData.rfc3161Timestamps,
        ).toHaveLength(1);
      }
      expect(blob.messageSignature).toBeDefined();
      expect(statement.dsseEnvelope).toBeDefined();
      // One certificate for both
      expect(statement.verificationMaterial.certificate).toEqual(
        blob.verificationMaterial.certificate,
      );
      for (const file of files) {
        const bundle = `${file}.sigstore.json`;
        const about = [bundle, '--artifact', 'app.tgz', '--quiet'];
        const found = await cli(['verify', ...about, ...TRUST]);
        expect(found.stdout).toBe(
          `✔ Signed by ${JOB_IDENTITY}, about app.tgz.\n`,
        );
        expect(found.exitCode).toBe(0);
        const other = await cli([
          ...['verify', ...about, ...TRUST],
          ...['--identity', `${JOB_IDENTITY}-rc`],
        ]);
        expect(other.stdout).toMatch(/✖ Not verified: The identity is '/);
        expect(other.exitCode).toBe(1);
      }
    },
  );

  it('takes the token from GitLab’s variable or a file, addresses from the environment', async () => {
    const env = {
      SIGSTORE_ID_TOKEN: idToken(),
      SUPPLY_CHAIN_FULCIO_URL: `${sigstore.url}/`,
      SUPPLY_CHAIN_TIMESTAMP_SERVER_URL: sigstore.url,
    };
    const made = await cli(['sign', 'app.tgz'], env);
    expect(made.stdout).toContain(`✔ Signed 1 file as ${JOB_IDENTITY}.`);
    const verify = ['verify', 'app.tgz', '--quiet', ...TRUST];
    const logless = await cli(verify);
    expect(logless.stdout).toMatch(/✖ Not verified: .*0 < 1|log/i);
    expect(logless.exitCode).toBe(1);
    expect((await cli([...verify, '--no-log'])).exitCode).toBe(0);
    folder.write('token', `${idToken({ aud: ['other', 'ours'] })}\n`);
    const fromFile = await cli([
      ...['sign', 'app.tgz', '--identity-token-file', 'token', '--json'],
      ...['--oidc-client-id', 'ours', ...addresses()],
    ]);
    expect(JSON.parse(fromFile.stdout)).toMatchObject({
      identity: JOB_IDENTITY,
      issuer: JOB_ISSUER,
      signed: [{ file: 'app.tgz', bundle: 'app.tgz.sigstore.json' }],
    });
  });

  it('publishes and stamps what a key signs, where it is told to', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
    });
    const pem = { format: 'pem', type: 'spki' } as const;
    folder.write('release.pub', publicKey.export(pem).toString());
    folder.write(
      'release.pem',
      privateKey.export({ ...pem, type: 'pkcs8' }).toString(),
    );
    const sign = ['sign', 'app.tgz', '--key-file', 'release.pem'];
    const witnesses = addresses().slice(2);
    expect((await cli([...sign, ...witnesses])).exitCode).toBe(0);
    const { tlogEntries } = read('app.tgz.sigstore.json').verificationMaterial;
    expect(tlogEntries).toHaveLength(1);
    const found = await cli([
      ...['verify', 'app.tgz', '--key', 'release.pub'],
      ...['--trusted-root', 'trusted_root.json'],
      ...['--identity', 'nobody', '--issuer', 'https://issuer.example.com'],
    ]);
    expect(found.stdout).toContain('✔ signature published in a log');
    expect(found.stdout).toContain('✔ trusted time');
    expect(found.exitCode).toBe(0);
    const newer = [...sign, ...witnesses, '--rekor-version', '2'];
    expect((await cli(newer)).stderr).toMatch(/version 2 is given certif/);
  });
});

describe('sign, where it cannot', () => {
  const written = () =>
    readdirSync(folder.path).filter(name => name.endsWith('.sigstore.json'));

  async function refusal(args: string[], env: NodeJS.ProcessEnv = {}) {
    const found = await cli(['sign', 'app.tgz', ...args], env);
    expect(found.stderr.trim().split('\n')).toHaveLength(1);
    expect(found.stdout).toBe('');
    expect(found.exitCode).toBe(2);
    expect(written()).toEqual([]);
    return found.stderr;
  }

  it('names the ways and the public addresses where none is given', async () => {
    const said = await refusal([], { SIGSTORE_ID_TOKEN: idToken() });
    expect(said).toMatch(/--key-file .* --signing-config .* --fulcio-url/);
    expect(said).toMatch(/names for ever.*https:\/\/fulcio\.sigstore\.dev/);
  });

  it('keeps a token for others at home', async () => {
    const portals = idToken({ aud: 'https://portal.example.com' });
    const env = { SIGSTORE_ID_TOKEN: portals };
    const args = addresses({ '--fulcio-url': server.address });
    const said = await refusal(args, env);
    expect(said).toMatch(
      /SIGSTORE_ID_TOKEN is for https:\/\/portal\.example\.com, not for sigstore, and was not sent/,
    );
    expect(said).not.toContain(portals.split('.')[1]);
    expect(server.arrived).toEqual([]);
  });

  it.each([
    ['no token', {}, /SIGSTORE_ID_TOKEN, or --identity-token-file/],
    ['no right to one', { GITHUB_ACTIONS: 'true' }, /id-token: write/],
    ['none on GitLab', { GITLAB_CI: 'true' }, /SIGSTORE_ID_TOKEN: \{ aud: sig/],
    ['no JWT', { SIGSTORE_ID_TOKEN: 'secret-of-mine' }, /is no ID token/],
    [
      'an old one',
      { SIGSTORE_ID_TOKEN: idToken({ exp: 1_700_000_000 }) },
      /expired at 2023-11-14T22:13:20\.000Z/,
    ],
  ])('says so with %s', async (_, env, why) => {
    const said = await refusal(addresses(), env);
    expect(said).toMatch(why);
    expect(said).not.toContain('secret-of-mine');
  });

  it.each([
    ['--fulcio-url', /^The certificate authority \S+ gave no certificate: /],
    ['--rekor-url', /^The log \S+ took no entry: /],
    ['--timestamp-server-url', /^The timestamp authority \S+ gave no times/],
  ])(
    'says that nothing answers at %s, and writes nothing',
    async (flag, who) => {
      const gone = await FakePortal.start();
      const { address } = gone;
      await gone.stop();
      const token = idToken();
      const env = { SIGSTORE_ID_TOKEN: token };
      const said = await refusal(addresses({ [flag]: address }), env);
      expect(said).toMatch(who);
      expect(said).toMatch(
        /nothing answers there \(ECONNREFUSED\)\. Nothing was/,
      );
      expect(said).toContain(`check ${flag}`);
      // Whoever answers and refuses
      server.answer = () => ({
        status: 403,
        body: { message: 'not for you', token },
      });
      const refused = addresses({ [flag]: server.address });
      const no = await refusal(refused, env);
      expect(no).toMatch(/it answered 403 \(not for you\)/);
      expect(no).not.toContain(token);
      // Whoever answers with something else
      server.answer = () => ({ status: 201, body: { hello: 'world' } });
      expect(await refusal(refused, env)).toMatch(who);
    },
  );

  it.each([
    [{ '--fulcio-url': 'http://fulcio.example.com' }, /not an https address/],
    [{ '--rekor-url': 'https://u:p@rekor.example.com' }, /without user/],
  ])('refuses addresses that tokens may not go to: %j', async (flags, why) => {
    const env = { SIGSTORE_ID_TOKEN: idToken() };
    const said = await refusal(addresses(flags), env);
    expect(said).toMatch(why);
  });

  it('refuses a certificate without a time', async () => {
    const env = { SIGSTORE_ID_TOKEN: idToken() };
    const said = await refusal(['--fulcio-url', sigstore.url], env);
    expect(said).toMatch(/valid for minutes.*--timestamp-server-url/);
  });

  it.each([
    [(config: any) => ({ ...config, mediaType: 'other' }), /at \/mediaType/],
    [
      (config: any) => ({ ...config, tsaConfig: {} }),
      /at \/tsaConfig\/selector: it should be ANY, ALL, or EXACT/,
    ],
    [
      (config: any) => ({
        ...config,
        rekorTlogConfig: { selector: 'EXACT', count: 2 },
      }),
      /at \/rekorTlogConfig: it asks for 2 and 1 of them is valid now/,
    ],
    [
      (config: any) => ({
        ...config,
        caUrls: [
          {
            ...config.caUrls[0],
            validFor: {
              start: '2020-01-01T00:00:00Z',
              end: '2021-01-01T00:00:00Z',
            },
          },
        ],
      }),
      /at \/caUrls: none is valid now/,
    ],
  ])('refuses a signing configuration, with the place', async (change, why) => {
    const config = JSON.stringify(change(sigstore.signingConfig(1)));
    folder.write('signing_config.json', config);
    const args = ['--signing-config', 'signing_config.json'];
    const env = { SIGSTORE_ID_TOKEN: idToken() };
    expect(await refusal(args, env)).toMatch(why);
  });
});
