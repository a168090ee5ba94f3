import { generateKeyPairSync, KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const KEYS = {
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  Ed25519: () => generateKeyPairSync('ed25519'),
  RSA: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
const PASSPHRASE = 'correct horse';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.write('app.tgz', 'the build product');
});
afterEach(() => folder.remove());

const cli = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runCli(args, { cwd: folder.path, env });

function writeKeys(pair: { publicKey: KeyObject; privateKey: KeyObject }) {
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
  folder.write('release.pem', pem.toString());
  const own = pair.publicKey.export({ type: 'spki', format: 'pem' });
  folder.write('release.pub', own.toString());
  return pem.toString();
}

describe('sign', () => {
  it.each(Object.keys(KEYS) as (keyof typeof KEYS)[])(
    'with %s, what verify finds signed and nothing else',
    async kind => {
      writeKeys(KEYS[kind]());
      await cli(['provenance', 'app.tgz', '--output', 'provenance.json']);
      const files = ['app.tgz', 'provenance.json'];
      const { exitCode, stdout } = await cli([
        ...['sign', ...files],
        ...['--key-file', 'release.pem'],
      ]);
      expect(stdout).toMatch(/✔ Signed 2 files with the key [0-9a-f]{16}…\./);
      expect(exitCode).toBe(0);
      const verify = (file: string) =>
        cli([
          ...['verify', `${file}.sigstore.json`, '--artifact', 'app.tgz'],
          ...['--key', 'release.pub'],
        ]);
      for (const file of files) {
        const found = await verify(file);
        expect(found.stdout).toMatch(/✔ Signed with .*, about app\.tgz/);
        expect(found.exitCode).toBe(0);
      }
      writeFileSync(join(folder.path, 'app.tgz'), 'another product');
      for (const file of files) expect((await verify(file)).exitCode).toBe(1);
    },
  );

  it('takes the key from the environment, and a passphrase with it', async () => {
    const { privateKey } = KEYS.Ed25519();
    const pem = privateKey
      .export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase: PASSPHRASE,
      })
      .toString();
    const env = { SUPPLY_CHAIN_SIGNING_KEY: pem };
    const closed = await cli(['sign', 'app.tgz'], env);
    expect(closed.stderr).toMatch(
      /SUPPLY_CHAIN_SIGNING_KEY: .* no private key/,
    );
    expect(closed.exitCode).toBe(2);
    const opened = await cli(['sign', 'app.tgz', '--json'], {
      ...env,
      SUPPLY_CHAIN_SIGNING_PASSPHRASE: PASSPHRASE,
    });
    expect(JSON.parse(opened.stdout).signed).toEqual([
      { file: 'app.tgz', bundle: 'app.tgz.sigstore.json' },
    ]);
  });

  it('writes nothing when one of the files is wrong, and shows no key', async () => {
    const pem = writeKeys(KEYS['P-256']());
    const args = ['sign', 'app.tgz', 'nowhere.json'];
    const { exitCode, stderr } = await cli(args, {
      SUPPLY_CHAIN_SIGNING_KEY: pem,
    });
    expect(stderr).toMatch(/^nowhere\.json cannot be read/);
    expect(exitCode).toBe(2);
    expect(existsSync(join(folder.path, 'app.tgz.sigstore.json'))).toBe(false);
    const none = await cli(['sign', 'app.tgz']);
    expect(none.stderr).toMatch(/nothing to sign with: give --key-file/);
    const publicHalf = readFileSync(join(folder.path, 'release.pub'), 'utf8');
    const wrong = await cli(['sign', 'app.tgz'], {
      SUPPLY_CHAIN_SIGNING_KEY: publicHalf,
    });
    expect(wrong.stderr).toMatch(/no private key/);
    expect(wrong.stderr).not.toContain(publicHalf.split('\n')[1]);
  });
});
