import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPortalPolicy } from '../__testUtils__/aPortalPolicy';
import { Folder } from '../__testUtils__/Folder';
import { idToken, JOB_IDENTITY } from '../__testUtils__/idToken';
import { runCli } from '../__testUtils__/runCli';
import { RunningSigstore } from '../__testUtils__/RunningSigstore';
import { withClock } from '../__testUtils__/withClock';

jest.setTimeout(60_000);

const PRODUCT = 'the build product';
const PROVENANCE = 'provenance.sigstore.json';
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const release = pair();
const stranger = pair();

let sigstore: RunningSigstore;
let folder: Folder;
beforeAll(async () => {
  sigstore = await RunningSigstore.start();
});
afterAll(() => sigstore.stop());
beforeEach(() => {
  folder = new Folder();
  folder.write('app.tgz', PRODUCT);
  const config = JSON.stringify(sigstore.signingConfig(1));
  folder.write('signing_config.json', config);
  writePolicy();
});
afterEach(() => folder.remove());

const cli = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runCli(args, { cwd: folder.path, env });
const pemOf = ({ publicKey }: ReturnType<typeof pair>) =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString();

function writePolicy(change: (policy: any) => void = () => undefined) {
  const policy = aPortalPolicy({
    trustedRoot: sigstore.trustedRoot,
    pem: pemOf(release),
    predicateTypes: {
      workflow: ['https://slsa.dev/provenance/v1'],
      key: ['file'],
    },
    entities: {
      workflow: ['component:default/shop*'],
      key: ['component:default/*'],
    },
  });
  change(policy);
  folder.write('trust.json', JSON.stringify(policy));
}

async function makeProvenance(claims: Record<string, unknown> = {}) {
  const output = ['--output', PROVENANCE];
  const how = ['--sign', '--signing-config', 'signing_config.json'];
  const made = await cli(['provenance', 'app.tgz', ...output, ...how], {
    SIGSTORE_ID_TOKEN: idToken(claims),
  });
  expect(made.stderr).toBe('');
}

async function signFile(keys = release, file = 'app.tgz') {
  const pem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  await cli(['sign', file], { SUPPLY_CHAIN_SIGNING_KEY: pem.toString() });
}

async function verdict(file: string, ...args: string[]) {
  const policy = ['--trust-policy', 'trust.json', '--quiet'];
  const found = await cli(['verify', file, ...policy, ...args]);
  expect(found.stderr).toBe('');
  expect(found.stdout.trim().split('\n')).toHaveLength(1);
  return { exitCode: found.exitCode, text: found.stdout.trim() };
}

describe('verify --trust-policy', () => {
  it('says which line trusts it, for whom, about what', async () => {
    await makeProvenance();
    const about = ['--artifact', 'app.tgz'];
    expect(await verdict(PROVENANCE, ...about)).toEqual({
      exitCode: 0,
      text: `✔ Signed by ${JOB_IDENTITY}, about app.tgz; the line 'release-workflow' trusts it, for component:default/shop*.`,
    });
    const ours = ['--entity', 'shop-api'];
    expect(await verdict(PROVENANCE, ...about, ...ours)).toEqual({
      exitCode: 0,
      text: `✔ Signed by ${JOB_IDENTITY}, about app.tgz; the line 'release-workflow' trusts it.`,
    });
    await signFile();
    const { exitCode, text } = await verdict('app.tgz');
    expect(text).toMatch(
      /^✔ Signed with the key [0-9a-f]{16}…, about app\.tgz; the line 'release-key' trusts it, for component:default\/\*\.$/,
    );
    expect(exitCode).toBe(0);
  });

  it.each([
    [
      'another entity',
      {},
      ['--entity', 'other'],
      /which no line trusts: the line 'release-workflow' is for component:default\/shop\*, not for component:default\/other\.$/,
    ],
    [
      'another repository through the same workflow',
      { repository: 'evil/shop', repository_id: '666' },
      [],
      /nearest is 'release-workflow'\. The source repository’s id is '666', not 4711\.$/,
    ],
    [
      'a branch',
      { ref: 'refs/heads/main' },
      [],
      /The source ref is 'refs\/heads\/main', not refs\/tags\/\*\.$/,
    ],
    [
      'another workflow',
      { job_workflow_ref: 'acme/shop/.github/workflows/x.yml@refs/tags/v1' },
      [],
      /nearest is 'release-workflow'\. The identity is '.*x\.yml@refs\/tags\/v1', not '/,
    ],
  ])('says why no line trusts %s', async (_, claims, args, why) => {
    await makeProvenance(claims);
    const { exitCode, text } = await verdict(PROVENANCE, ...args);
    expect(text).toMatch(why);
    expect(exitCode).toBe(1);
  });

  it('says what does not hold, before any line', async () => {
    await makeProvenance();
    const path = join(folder.path, PROVENANCE);
    const whole = readFileSync(path, 'utf8');
    const changed = (change: (bundle: any) => void) => {
      const bundle = JSON.parse(whole);
      change(bundle);
      writeFileSync(path, JSON.stringify(bundle));
    };
    const why = async () => {
      const { exitCode, text } = await verdict(
        PROVENANCE,
        ...['--artifact', 'app.tgz'],
      );
      expect(exitCode).toBe(1);
      return text;
    };
    changed(bundle => {
      bundle.verificationMaterial.tlogEntries = [];
    });
    expect(await why()).toMatch(/^✖ Not verified: .*log/);
    changed(bundle => {
      bundle.dsseEnvelope.payload = Buffer.from(
        JSON.stringify({ _type: 'https://in-toto.io/Statement/v1' }),
      ).toString('base64');
    });
    expect(await why()).toMatch(/^✖ Not verified: /);
    writeFileSync(path, whole);
    folder.write('app.tgz', 'another product');
    expect(await why()).toBe(
      '✖ Not verified: It speaks about 1 subject, and none has the digest of this artifact.',
    );
    await signFile(stranger);
    const unknown = await verdict('app.tgz');
    expect(unknown.text).toMatch(/^✖ Not verified: /);
    expect(unknown.exitCode).toBe(1);
  });

  it('of a signature beside its file, by a key that signs no digest', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    writePolicy(policy => {
      const pem = publicKey.export({ type: 'spki', format: 'pem' });
      policy.keys[0].pem = pem.toString();
    });
    folder.write('app.tgz.sig', sign(null, Buffer.from(PRODUCT), privateKey));
    const good = await verdict('app.tgz');
    expect(good.text).toMatch(/the line 'release-key' trusts it/);
    expect(good.exitCode).toBe(0);
    folder.write('app.tgz', 'another product');
    const { exitCode, text } = await verdict('app.tgz');
    expect(text).toMatch(/^✖ Not verified: The signature fits this file with/);
    expect(exitCode).toBe(1);
  });

  it('trusts no time that is still to come', async () => {
    await makeProvenance();
    const before = Date.now() - 3_600_000;
    const { exitCode, text } = await withClock(before, () =>
      verdict(PROVENANCE),
    );
    expect(text).toMatch(
      /^✖ Signed by .*, at a time that is still to come: 2\S+\. Compare the clocks/,
    );
    expect(exitCode).toBe(1);
  });

  it('tells the place of what is wrong with the policy', async () => {
    await signFile();
    const failed = async (text?: string) => {
      if (text !== undefined) folder.write('trust.json', text);
      const args = ['verify', 'app.tgz', '--trust-policy', 'trust.json'];
      const found = await cli(args);
      expect(found.exitCode).toBe(2);
      expect(found.stderr.trim().split('\n')).toHaveLength(1);
      return found.stderr;
    };
    expect(await failed('{')).toMatch(/^trust\.json is no JSON: /);
    writePolicy(policy => delete policy.lines[0].signer.source);
    expect(await failed()).toMatch(/^trust\.json at \/lines\/0\/signer/);
    const both = ['--trust-policy', 'trust.json', '--key', 'release.pub'];
    const { stderr } = await cli(['verify', 'app.tgz', ...both]);
    expect(stderr).toMatch(/cannot be used with/);
  });

  it('as JSON tells every line', async () => {
    await signFile();
    const args = ['--trust-policy', 'trust.json', '--json'];
    const { stdout } = await cli(['verify', 'app.tgz', ...args]);
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 0,
      signature: 'app.tgz.sigstore.json',
      artifact: 'app.tgz',
      trustedBy: 'release-key',
      policy: expect.stringMatching(/^sha256:/),
      lines: [
        { line: 'release-workflow', state: 'unmet', part: 'signer' },
        { line: 'release-key', state: 'met' },
      ],
    });
  });
});
