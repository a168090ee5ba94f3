import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});
const KEY = ['--key', 'release.pub'];
const SIGN = ['--sign', '--key-file', 'release.pem'];

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.write('app.tgz', 'the build product');
  folder.write(
    'package.json',
    JSON.stringify({ name: 'app', version: '1.0.0', license: 'MIT' }),
  );
  folder.write(
    'release.pem',
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  folder.write(
    'release.pub',
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  );
});
afterEach(() => folder.remove());

const cli = (...args: string[]) => runCli(args, { cwd: folder.path });
const text = (file: string) => readFileSync(join(folder.path, file), 'utf8');
const exists = (file: string) => existsSync(join(folder.path, file));
const payload = (file: string) =>
  JSON.parse(
    Buffer.from(
      JSON.parse(text(file)).dsseEnvelope.payload,
      'base64',
    ).toString(),
  );

describe('--sign', () => {
  it('of provenance writes the bundle in its place, which checksums reads too', async () => {
    const made = await cli('provenance', 'app.tgz', ...SIGN);
    expect(made.stdout).toMatch(/, signed with the key [0-9a-f]{16}…\./);
    expect(made.exitCode).toBe(0);
    const bundle = 'dist/provenance/provenance.sigstore.json';
    expect(payload(bundle).predicateType).toBe(
      'https://slsa.dev/provenance/v1',
    );
    expect(exists('dist/provenance/provenance.json')).toBe(false);
    const about = [bundle, '--artifact', 'app.tgz', '--quiet'];
    const found = await cli('verify', ...about, ...KEY);
    expect(found.stdout).toMatch(/^✔ Signed with .*, about app\.tgz\.\n$/);
    const same = ['--provenance', bundle];
    expect((await cli('checksums', 'app.tgz', ...same)).exitCode).toBe(0);
  });

  it('of checksums writes the bundle beside the list', async () => {
    const made = await cli('checksums', 'app.tgz', ...SIGN, '--json');
    expect(JSON.parse(made.stdout)).toMatchObject({
      output: 'checksums.txt',
      signature: { bundle: 'checksums.txt.sigstore.json' },
    });
    expect((await cli('verify', 'checksums.txt', ...KEY)).exitCode).toBe(0);
    folder.write('checksums.txt', text('checksums.txt').replace(/^./, 'x'));
    const changed = await cli('verify', 'checksums.txt', ...KEY, '--quiet');
    expect(changed.stdout).toMatch(/^✖ Not verified: /);
    expect(changed.exitCode).toBe(1);
  });

  it('of an SBOM signs its file, or a statement about build products', async () => {
    const sbom = ['sbom', '--builtin', '--output', 'sbom.json', ...SIGN];
    expect((await cli(...sbom)).stdout).toMatch(/, signed with the key/);
    expect(
      JSON.parse(text('sbom.json.sigstore.json')).messageSignature,
    ).toBeDefined();
    expect((await cli('verify', 'sbom.json', ...KEY)).exitCode).toBe(0);
    expect((await cli(...sbom, '--subject', 'app.tgz')).exitCode).toBe(0);
    const statement = payload('sbom.json.sigstore.json');
    expect(statement.predicateType).toBe('https://cyclonedx.org/bom');
    expect(statement.predicate).toEqual(JSON.parse(text('sbom.json')));
    const about = ['sbom.json.sigstore.json', '--artifact', 'app.tgz'];
    const found = await cli('verify', ...about, ...KEY, '--quiet');
    expect(found.stdout).toMatch(/^✔ Signed with .*, about app\.tgz\.\n$/);
    // What is attested can be judged as what is not
    const judged = await cli(
      ...['evaluate', 'sbom.json.sigstore.json', '--expect', 'sbom', '--json'],
    );
    expect(JSON.parse(judged.stdout)).toMatchObject({ notGiven: [] });
  });

  it.each([
    [['checksums', 'app.tgz'], 'checksums.txt'],
    [['provenance', 'app.tgz'], 'dist/provenance/provenance.sigstore.json'],
    [['sbom', '--builtin'], 'dist/sbom/app-sbom.json'],
  ])('writes nothing where %j cannot be signed', async (args, output) => {
    const { exitCode, stderr } = await cli(...args, '--sign');
    expect(stderr).toMatch(/^There is nothing to sign with: /);
    expect(exitCode).toBe(2);
    expect(exists(output)).toBe(false);
    expect(exists(`${output}.sigstore.json`)).toBe(false);
  });

  it.each([
    [['--key-file', 'release.pem'], /--key-file says how to sign: give --sign/],
    [['--check', ...SIGN], /--check writes no list: leave --sign out/],
    [['--output', '-', ...SIGN], /two files, .*: name one with --output/],
    [
      ['--fulcio-url', 'https://fulcio.example.com', ...SIGN],
      /--fulcio-url.* cannot be used with .*--key-file/,
    ],
  ])('refuses what would leave it open: %j', async (args, why) => {
    const { exitCode, stderr } = await cli('checksums', 'app.tgz', ...args);
    expect(stderr).toMatch(why);
    expect(exitCode).toBe(2);
    expect(exists('checksums.txt')).toBe(false);
  });
});
