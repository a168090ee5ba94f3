import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const KEYS = {
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  Ed25519: () => generateKeyPairSync('ed25519'),
  RSA: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
const DIGESTS = {
  'P-256': 'sha256',
  'P-384': 'sha384',
  Ed25519: null,
  RSA: 'sha256',
};

/** Signed by nobody but itself: openssl req -x509 -newkey ec -subj /CN=me -days 36500. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBcTCCARegAwIBAgIUMYTefRR0EfK2cRAQOYgjsZmYIoYwCgYIKoZIzj0EAwIw
DTELMAkGA1UEAwwCbWUwIBcNMjYxMTI4MDE0NzI5WhgPMjEyNjExMDQwMTQ3Mjla
MA0xCzAJBgNVBAMMAm1lMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEHA0pUNHu
Dcas7bgHKgBxpCE0k2E1ELgUeCsFfXAbaj2a+MqV6HnT09f1kiCO41iJ9o+jVvVn
toWPcdDZftnLb6NTMFEwHQYDVR0OBBYEFOlwCqPwJTXhfkKMrVlYvp+BtMoIMB8G
A1UdIwQYMBaAFOlwCqPwJTXhfkKMrVlYvp+BtMoIMA8GA1UdEwEB/wQFMAMBAf8w
CgYIKoZIzj0EAwIDSAAwRQIhAP3kEIg3oHCXux3EP9Ai+IWrPkDT3l8At9ldoBAc
Iyn+AiACqJlDFmeiVLKoLRa5PKpBC7KE3zzmLXGApKfzFHY9EQ==
-----END CERTIFICATE-----
`;

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.write('app.tgz', 'the build product');
});
afterEach(() => folder.remove());

const cli = (...args: string[]) => runCli(args, { cwd: folder.path });
const key = ['--key', 'release.pub', '--quiet'];

function writeKeys(kind: keyof typeof KEYS) {
  const { publicKey, privateKey } = KEYS[kind]();
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  folder.write('release.pub', pem);
  const own = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  folder.write('release.pem', own);
  return privateKey;
}

describe('verify of a file whose signature lies beside it', () => {
  it.each(Object.keys(KEYS) as (keyof typeof KEYS)[])(
    'in .sig, with %s: base64 or the bytes',
    async kind => {
      const own = writeKeys(kind);
      const file = readFileSync(join(folder.path, 'app.tgz'));
      const signature = sign(DIGESTS[kind], file, own);
      for (const form of [signature.toString('base64'), signature]) {
        folder.write('app.tgz.sig', form);
        const found = await cli('verify', 'app.tgz', ...key);
        expect(found.stdout).toMatch(/^✔ Signed with .*, about app\.tgz\.\n$/);
        expect(found.exitCode).toBe(0);
      }
      folder.write('app.tgz', 'another product');
      const changed = await cli('verify', 'app.tgz', ...key);
      expect(changed.stdout).toBe(
        '✖ Not verified: The signature fits none of the keys.\n',
      );
      expect(changed.exitCode).toBe(1);
    },
  );

  it('with a certificate, says that nothing tells the time', async () => {
    writeKeys('P-256');
    folder.write('app.tgz.pem', CERTIFICATE);
    folder.write('app.tgz.sig', 'c2lnbmF0dXJl');
    const root = {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    };
    folder.write('root.json', JSON.stringify(root));
    const trust = ['--trusted-root', 'root.json', '--identity', 'me'];
    const issuer = ['--issuer', 'https://issuer.example.com'];
    const found = await cli('verify', 'app.tgz', ...trust, ...issuer);
    expect(found.stdout).toContain('✖ trusted time');
    expect(found.stdout).toMatch(/✖ Not verified: .*time/);
    expect(found.exitCode).toBe(1);
    folder.write('app.tgz.pem', 'nothing');
    const none = await cli('verify', 'app.tgz', ...trust, ...issuer);
    expect(none.stderr).toMatch(/^app\.tgz\.pem is no certificate in PEM/);
  });

  it('in a bundle: the file, the bundle, or a statement that it holds', async () => {
    writeKeys('P-256');
    await cli('provenance', 'app.tgz', '--output', 'provenance.json');
    const files = ['app.tgz', 'provenance.json'];
    await cli('sign', ...files, '--key-file', 'release.pem');
    for (const name of ['app.tgz', 'app.tgz.sigstore.json']) {
      const found = await cli('verify', name, ...key);
      expect(found.stdout).toMatch(/, about app\.tgz\.\n$/);
    }
    const statement = await cli('verify', 'provenance.json', ...key);
    expect(statement.stdout).toMatch(/, about provenance\.json\.\n$/);
    const about = ['--artifact', 'app.tgz'];
    const both = await cli('verify', 'provenance.json', ...about, ...key);
    expect(both.stdout).toMatch(/, about app\.tgz\.\n$/);
    // Beside it lies what is about another
    const text = readFileSync(join(folder.path, 'provenance.json'), 'utf8');
    folder.write('provenance.json', text.replace(/"app\.tgz"/, '"other.tgz"'));
    const changed = await cli('verify', 'provenance.json', ...key);
    expect(changed.stdout).toMatch(/^✖ Not verified: It speaks about 1 subj/);
    expect(changed.exitCode).toBe(1);
  });

  it('says what it looked for where there is none', async () => {
    writeKeys('P-256');
    const { exitCode, stderr } = await cli('verify', 'app.tgz', ...key);
    expect(stderr).toMatch(
      /neither app\.tgz\.sigstore\.json nor app\.tgz\.sig lies beside it/,
    );
    expect(exitCode).toBe(2);
    await cli('sign', 'app.tgz', '--key-file', 'release.pem');
    const other = ['--artifact', 'release.pub'];
    const twice = await cli('verify', 'app.tgz', ...other, ...key);
    expect(twice.stderr).toMatch(/leave --artifact out/);
  });
});
