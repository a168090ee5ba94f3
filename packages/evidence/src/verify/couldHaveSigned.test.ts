import { constants, generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { sha256Hex } from '../facts/canonicalJson';
import { aCertificateFor } from '../__testUtils__/aCertificateFor';
import { CheckList } from './CheckList';
import { readCertificate } from './signatureFile';
import { verifyOpenedDetached } from './verifyDetached';

const file = Buffer.from('a file with a signature and a certificate beside it');
const PSS = {
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
};
const KEYS = {
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  p521: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ed25519: generateKeyPairSync('ed25519'),
};

/** What the check that ended it said, and whether it found anything wrong. */
function check(
  publicKey: KeyObject,
  signature: Buffer,
  here: { bytes?: Buffer } = { bytes: file },
) {
  const list = new CheckList();
  const certificate = readCertificate(Buffer.from(aCertificateFor(publicKey)));
  const artifact = { ...here, digest: { sha256: sha256Hex(file) } };
  const opened = { signature, certificate, artifact };
  list.run(() => verifyOpenedDetached(opened, { keys: [] }, list));
  const { check: failed, undecided } = list.failure!;
  return { failed, undecided };
}

const NOT_WRONG = { failed: 'time', undecided: true };

describe('a signature with its certificate and the file', () => {
  it.each([
    ['p256', 'sha256', {}],
    ['p256', 'sha512', {}],
    ['p384', 'sha256', {}],
    ['p384', 'sha384', {}],
    ['rsa', 'sha256', {}],
    ['rsa', 'sha512', {}],
    ['rsa', 'sha256', PSS],
    ['rsa', 'sha384', PSS],
    ['ed25519', null, {}],
  ] as const)('is not wrong of %s with %s and %j', (of, digest, padding) => {
    const { publicKey, privateKey } = KEYS[of];
    const made = (bytes: Buffer) =>
      sign(digest, bytes, { key: privateKey, ...padding });
    expect(check(publicKey, made(file))).toEqual(NOT_WRONG);
    const other = made(Buffer.from('another file'));
    expect(check(publicKey, other)).toEqual({
      failed: 'signature',
      undecided: false,
    });
  });

  it('is not called wrong by the digest alone, which may not be the one that was signed', () => {
    for (const [{ publicKey, privateKey }, digest] of [
      [KEYS.p384, 'sha384'],
      [KEYS.p256, 'sha512'],
      [KEYS.rsa, 'sha512'],
    ] as const) {
      const signature = sign(digest, file, privateKey);
      expect(check(publicKey, signature, {})).toEqual(NOT_WRONG);
    }
  });

  it('is not called wrong where nothing is known of such keys', () => {
    const { publicKey, privateKey } = KEYS.p521;
    const signature = sign('sha512', file, privateKey);
    expect(check(publicKey, signature)).toEqual(NOT_WRONG);
  });
});
