import { generateKeyPairSync, sign } from 'node:crypto';
import { EvidenceError } from '../model/EvidenceError';
import { readEvidence } from '../readEvidence';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const raw = sign('sha256', Buffer.from('a file'), privateKey);
const base64 = raw.toString('base64');

const asSignature = (bytes: Uint8Array | string) =>
  readEvidence(Buffer.from(bytes), { kind: 'signature' });

function refusal(bytes: Uint8Array | string) {
  try {
    asSignature(bytes);
  } catch (error) {
    const { code, message, line } = error as EvidenceError;
    return { code, message, line };
  }
  throw new Error('It was taken');
}

const refused: [string, Uint8Array | string, string, RegExp, number?][] = [
  ['a text', 'to be signed, perhaps', 'unreadable', /a text that is none/, 1],
  ['JSON', '{"signature":"here"}', 'unreadable', /a text that is none/, 1],
  ['white space', ' \n ', 'unreadable', /no signature/],
  ['too much', 'A'.repeat(70_000), 'too-large', /70000 bytes/],
  [
    'a certificate alone',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    'unreadable',
    /a certificate, and the signature/,
    1,
  ],
  [
    'no certificate',
    `${base64}\n\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
    'unreadable',
    /no certificate/,
    3,
  ],
  [
    'a certificate without end',
    `${base64}\n-----BEGIN CERTIFICATE-----\n${'-----BEGIN CERTIFICATE-----'.repeat(
      2000,
    )}`,
    'unreadable',
    /no certificate/,
    2,
  ],
  [
    'nested ASN.1 without end',
    `${base64}\n-----BEGIN CERTIFICATE-----\n${Buffer.from(
      '3080'.repeat(20_000),
      'hex',
    ).toString('base64')}\n-----END CERTIFICATE-----`,
    'unreadable',
    /no certificate/,
    2,
  ],
];

describe('bare signatures', () => {
  it.each([
    ['base64', base64, 'base64'],
    ['base64 in lines', `${base64.replace(/.{64}/g, '$&\n')}\n`, 'base64'],
    ['bytes', raw, 'bytes'],
    // As likely as any other beginning
    ['bytes like JSON', Buffer.concat([Buffer.from('{'), raw]), 'bytes'],
    ['bytes like a list', Buffer.concat([Buffer.from('  ['), raw]), 'bytes'],
    [
      'OpenPGP',
      '-----BEGIN PGP SIGNATURE-----\n\niQ==',
      'an OpenPGP signature',
    ],
  ])('are known by the sender’s word: %s', (_, bytes, written) => {
    expect(asSignature(bytes)).toMatchObject({
      signed: true,
      recognised: {
        state: 'recognised',
        format: 'detached-signature',
        kind: 'signature',
        detectedBy: `the sender's word; ${written}`,
      },
      document: { kind: 'opaque' },
    });
  });

  it('are none to whom nobody says so', () => {
    for (const bytes of [raw, Buffer.from(base64)]) {
      expect(() => readEvidence(bytes)).toThrow(/nobody said what kind/);
    }
  });

  it('are not what has a structure of its own', () => {
    const sbom = '{"bomFormat":"CycloneDX","specVersion":"1.6"}';
    expect(asSignature(sbom).recognised).toMatchObject({
      format: 'cyclonedx-json',
      kind: 'sbom',
    });
    const bundle = JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      messageSignature: {
        messageDigest: {
          algorithm: 'SHA2_256',
          digest: Buffer.alloc(32, 0xab).toString('base64'),
        },
        signature: base64,
      },
    });
    expect(asSignature(bundle)).toEqual(readEvidence(Buffer.from(bundle)));
    expect(asSignature(bundle)).toMatchObject({
      signs: `sha256:${'ab'.repeat(32)}`,
      recognised: { format: 'sigstore-bundle', kind: 'signature' },
    });
    const unnamed = bundle.replace('SHA2_256', 'SHA2_512');
    expect(asSignature(unnamed).signs).toBeUndefined();
  });

  it.each<{
    name: string;
    bytes: Uint8Array | string;
    code: string;
    message: RegExp;
    line?: number;
  }>(
    refused.map(([name, bytes, code, message, line]) => ({
      name,
      bytes,
      code,
      message,
      line,
    })),
  )(
    'are refused where they are none: $name',
    ({ bytes, code, message, line }) => {
      expect(refusal(bytes)).toEqual({
        code,
        message: expect.stringMatching(message),
        line,
      });
    },
  );
});
