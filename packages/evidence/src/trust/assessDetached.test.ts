import { sha256Hex } from '../facts/canonicalJson';
import {
  githubJob,
  PrivateSigstore,
  signAsJob,
  startPrivateSigstore,
} from '../__testUtils__/privateSigstore';
import {
  aJobLine,
  aKeyLine,
  aKeyPair,
  policyOf,
} from '../__testUtils__/trustPolicies';
import { readSigningKey } from '../sign';
import { assessDetached } from './assessDetached';

const file = Buffer.from('a file with a signature beside it');
const digest = { sha256: sha256Hex(file) };

describe('assessDetached', () => {
  let sigstore: PrivateSigstore;
  beforeAll(async () => {
    sigstore = await startPrivateSigstore();
  });
  afterAll(async () => sigstore.close());

  const withKey = (type: 'p256' | 'p384' | 'rsa' | 'ed25519') => {
    const pair = aKeyPair(type);
    const signature = readSigningKey(pair.privatePem).sign(file);
    const policy = policyOf(
      sigstore.trustedRoot,
      [aKeyLine(['ops'], { predicateTypes: ['file'] })],
      [{ name: 'ops', pem: pair.publicPem }],
    );
    return { signature, policy };
  };

  it.each(['p256', 'p384', 'rsa', 'ed25519'] as const)(
    '%s holds with the file, raw and in base64',
    type => {
      const { signature, policy } = withKey(type);
      const base64 = Buffer.from(`${signature.toString('base64')}\n`);
      for (const given of [signature, base64]) {
        const found = assessDetached(
          { signature: given },
          { bytes: file, digest: {} },
          policy,
        );
        expect(found).toMatchObject({
          state: 'verified',
          content: { type: 'file', ...digest },
          material: { key: 'ops' },
          lines: [{ state: 'met' }],
        });
      }
      const other = { bytes: Buffer.from('another'), digest };
      expect(assessDetached({ signature }, other, policy).state).toBe('failed');
    },
  );

  it('holds by the digest alone where the key allows it', () => {
    for (const type of ['p256', 'rsa'] as const) {
      const { signature, policy } = withKey(type);
      const ofDigest = (sha256: string) =>
        assessDetached({ signature }, { digest: { sha256 } }, policy).state;
      expect(ofDigest(digest.sha256)).toBe('verified');
      expect(ofDigest('f'.repeat(64))).toBe('failed');
    }
    const { signature, policy } = withKey('ed25519');
    expect(assessDetached({ signature }, { digest }, policy)).toMatchObject({
      state: 'unchecked',
      reason: expect.stringContaining('the file itself'),
    });
  });

  it('does not hold with a certificate, since nothing tells the time', async () => {
    const bundle = await signAsJob(sigstore, file, {
      type: 'file',
      claims: githubJob(),
    });
    const { certificate } = bundle.verificationMaterial;
    const der: string = (
      certificate ??
      bundle.verificationMaterial.x509CertificateChain.certificates[0]
    ).rawBytes;
    const pem = `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----\n`;
    const line = aJobLine({ predicateTypes: ['file'] });
    for (const written of [pem, Buffer.from(pem).toString('base64')]) {
      const found = assessDetached(
        {
          signature: Buffer.from(bundle.messageSignature.signature),
          certificate: Buffer.from(written),
        },
        { bytes: file, digest },
        policyOf(sigstore.trustedRoot, [line]),
      );
      expect(found).toMatchObject({
        state: 'failed',
        reason: expect.stringMatching(/^It has no trusted time/),
        claimed: { type: 'certificate' },
        lines: [{ part: 'material' }],
      });
    }
  });

  it('refuses what is no signature, no certificate, and nothing signed', () => {
    const { signature, policy } = withKey('p256');
    const refused: [object, object, RegExp][] = [
      [{ signature: Buffer.alloc(0) }, { digest }, /no signature/],
      [{ signature: Buffer.alloc(70_000, 1) }, { digest }, /no signature/],
      [
        { signature, certificate: Buffer.from('nothing') },
        { digest },
        /no certificate/,
      ],
      [{ signature }, { digest: { sha256: 'abcd' } }, /what was signed/],
    ];
    for (const [detached, artifact, message] of refused) {
      expect(() =>
        assessDetached(detached as any, artifact as any, policy),
      ).toThrow(message);
    }
  });
});
