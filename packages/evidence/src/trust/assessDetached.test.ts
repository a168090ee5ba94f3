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
import { readSigningKey, toBundle } from '../sign';
import { SignedArtifact } from '../verify/types';
import { assessDetached } from './assessDetached';
import { assessSigned } from './assessSigned';

const file = Buffer.from('a file with a signature beside it');
const digest = { sha256: sha256Hex(file) };

function derOf({ verificationMaterial }: any): string {
  const { certificate, x509CertificateChain } = verificationMaterial;
  return (certificate ?? x509CertificateChain.certificates[0]).rawBytes;
}

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
    const pem = `-----BEGIN CERTIFICATE-----\n${derOf(
      bundle,
    )}\n-----END CERTIFICATE-----\n`;
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
        state: 'unchecked',
        reason: expect.stringMatching(/^It has no trusted time/),
        claimed: { type: 'certificate' },
        lines: [{ part: 'material' }],
      });
      // In the signer's name, and over something else
      const other = assessDetached(
        {
          signature: Buffer.from(bundle.messageSignature.signature),
          certificate: Buffer.from(written),
        },
        { bytes: Buffer.from('another'), digest: {} },
        policyOf(sigstore.trustedRoot, [line]),
      );
      expect(other).toMatchObject({
        state: 'failed',
        reason: expect.stringContaining('the key of its certificate'),
        claimed: { type: 'certificate' },
        lines: [{ part: 'material' }],
      });
    }
  });

  it('is assessed as it arrives, signature and certificate in one', async () => {
    const bundle = await signAsJob(sigstore, file, {
      type: 'file',
      claims: githubJob(),
    });
    const { signature } = bundle.messageSignature;
    const pem = `-----BEGIN CERTIFICATE-----\n${derOf(
      bundle,
    )}\n-----END CERTIFICATE-----\n`;
    const policy = policyOf(sigstore.trustedRoot, [
      aJobLine({ predicateTypes: ['file'] }),
    ]);
    for (const written of [
      `${signature}${pem}`,
      `${signature}\n${pem}${pem}`,
      `${signature}${Buffer.from(pem).toString('base64')}`,
    ]) {
      const found = assessSigned(Buffer.from(written), policy, {
        artifact: { digest },
      });
      expect(found).toMatchObject({
        state: 'unchecked',
        claimed: { type: 'certificate' },
      });
    }
    const { signature: bare, policy: keyed } = withKey('ed25519');
    const assess = (artifact: SignedArtifact) =>
      assessSigned(bare, keyed, { artifact }).state;
    expect(assess({ digest })).toBe('unchecked');
    expect(assess({ digest, bytes: file })).toBe('verified');
    // What is said of a file that is there counts for nothing
    expect(assess({ digest, bytes: Buffer.from('another') })).toBe('failed');
  });

  it('takes a bundle of the file with the file, for keys that need it', () => {
    const pair = aKeyPair('ed25519');
    const key = readSigningKey(pair.privatePem);
    const signable = { bytes: file, type: 'file', data: file } as const;
    const bundle = Buffer.from(
      JSON.stringify(
        toBundle(signable, key.sign(file), { publicKey: { hint: key.id } }),
      ),
    );
    const policy = policyOf(
      sigstore.trustedRoot,
      [aKeyLine(['ops'], { predicateTypes: ['file'] })],
      [{ name: 'ops', pem: pair.publicPem }],
    );
    expect(assessSigned(bundle, policy).state).toBe('unchecked');
    const ofFile = (bytes: Uint8Array) =>
      assessSigned(bundle, policy, { artifact: { digest, bytes } });
    expect(ofFile(file)).toMatchObject({
      state: 'verified',
      content: { type: 'file', ...digest },
    });
    expect(ofFile(Buffer.from('another')).state).toBe('failed');
  });

  it.each([
    ['-----BEGIN PGP SIGNATURE-----\n\niQ==\n', 'OpenPGP'],
    ['-----BEGIN SSH SIGNATURE-----\nU1NI\n', 'SSH'],
    ['untrusted comment: signature\nRUQ=\n', 'minisign'],
  ])('does not look at signatures of other systems: %j', (text, called) => {
    const { policy } = withKey('p256');
    const artifact = { digest };
    const found = assessSigned(Buffer.from(text), policy, { artifact });
    expect(found).toMatchObject({
      state: 'unchecked',
      reason: expect.stringContaining(called),
    });
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
