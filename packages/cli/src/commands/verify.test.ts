import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const corpus = resolve(__dirname, '../../../../../shared/corpus/attest');
const TYPE = 'application/vnd.in-toto+json';
const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.write('app.tgz', 'the build product');
  folder.write(
    'release.pub',
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  );
});
afterEach(() => folder.remove());

const verify = (...args: string[]) =>
  runCli(['verify', ...args], { cwd: folder.path });

/** Writes a signed statement about a file's bytes. */
function signed(about: string, change = (payload: string) => payload): string {
  const sha256 = createHash('sha256').update(about).digest('hex');
  const payload = JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'app.tgz', digest: { sha256 } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
  });
  const length = Buffer.byteLength(payload);
  const bytes = `DSSEv1 ${TYPE.length} ${TYPE} ${length} ${payload}`;
  const sig = sign('sha256', Buffer.from(bytes), privateKey);
  folder.write(
    'provenance.dsse.json',
    JSON.stringify({
      payloadType: TYPE,
      payload: Buffer.from(change(payload)).toString('base64'),
      signatures: [{ sig: sig.toString('base64') }],
    }),
  );
  return 'provenance.dsse.json';
}

describe('verify', () => {
  it('says who signed, and that it speaks about the file', async () => {
    const file = signed('the build product');
    const about = ['--key', 'release.pub', '--artifact', 'app.tgz'];
    const { exitCode, stdout } = await verify(file, ...about);
    expect(stdout).toContain('✔ signature over these bytes');
    expect(stdout).toContain('– signature published in a log (none)');
    expect(stdout).toMatch(
      /✔ Signed with the key [0-9a-f]{16}…, about app\.tgz/,
    );
    expect(exitCode).toBe(0);
    const quiet = await verify(file, '--key', 'release.pub', '--quiet');
    expect(quiet.stdout).toMatch(/what it speaks about was not compared/);
    expect(quiet.stdout.trim().split('\n')).toHaveLength(1);
  });

  it('answers no where the document was changed, or is about another file', async () => {
    const changed = signed('the build product', text => `${text} `);
    const bad = await verify(changed, '--key', 'release.pub');
    expect(bad.exitCode).toBe(1);
    expect(bad.stdout).toContain(
      '✖ Not verified: No signature fits these bytes and any of the keys.',
    );
    expect(bad.stdout).toContain('byte for byte');
    const about = signed('another product');
    const args = ['--key', 'release.pub', '--artifact', 'app.tgz', '--json'];
    const other = await verify(about, ...args);
    expect(other.exitCode).toBe(1);
    expect(JSON.parse(other.stdout)).toMatchObject({
      exitCode: 1,
      state: 'failed',
      fixFirst: [{ place: about, message: expect.stringContaining('digest') }],
      checks: expect.arrayContaining([
        expect.objectContaining({ check: 'subject', state: 'failed' }),
        { check: 'identity', state: 'not-made' },
      ]),
    });
  });

  it.each([
    [['bundle.json'], /Say what to check it with: --key/],
    [['bundle.json', '--trusted-root', 'r.json'], /give both --identity and/],
    [['bundle.json', '--identity', 'me'], /give both --identity and --issuer/],
    [['bundle.json', '--key', 'nowhere.pub'], /nowhere\.pub cannot be read/],
    [['nowhere.json', '--key', 'release.pub'], /nowhere\.json cannot be read/],
    [['app.tgz', '--key', 'release.pub'], /^app\.tgz.*: /],
    [['plain.json', '--key', 'release.pub'], /plain\.json: This is no signed/],
    [
      ['plain.json', '--key', 'plain.json'],
      /plain\.json: This is no public key/,
    ],
  ])('could not tell for %j, and says why', async (args, why) => {
    folder.write('plain.json', '{"hello":1}');
    const { exitCode, stdout, stderr } = await verify(...args);
    expect(stderr).toMatch(why);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });
});

const { skip } = describe;
const describeBundles = existsSync(corpus) ? describe : skip;

describeBundles('verify with real bundles', () => {
  it('takes one by its identity, to the letter', async () => {
    for (const name of [
      'trusted_root.json',
      'slsa-v1.rekor-v2.sigstore.json',
    ]) {
      folder.write(name, readFileSync(resolve(corpus, name), 'utf8'));
    }
    const bundle = [
      'slsa-v1.rekor-v2.sigstore.json',
      '--trusted-root',
      'trusted_root.json',
      '--issuer',
      'https://token.actions.githubusercontent.com',
      '--identity',
    ];
    const identity =
      'https://github.com/acme/backstage-app/.github/workflows/release.yml@refs/heads/main';
    const good = await verify(...bundle, identity);
    expect(good.stdout).toContain(`✔ Signed by ${identity};`);
    expect(good.exitCode).toBe(0);
    const prefix = await verify(...bundle, identity.slice(0, -5));
    expect(prefix.stdout).toContain('Find out who signed this');
    expect(prefix.exitCode).toBe(1);
  });
});
