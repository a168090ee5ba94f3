import { generateKeyPairSync } from 'node:crypto';
import { certificateSigner } from './certificateClaims';

const { publicKey } = generateKeyPairSync('ed25519');
const ARC = [1, 3, 6, 1, 4, 1, 57264, 1];

function claimsOf(...extensions: [id: number[], value: number[] | string][]) {
  const signer = certificateSigner({
    key: publicKey,
    identity: {
      subjectAlternativeName: 'https://ci.example/job',
      extensions: { issuer: 'https://ci.example' },
      oids: extensions.map(([id, value]) => ({
        oid: { id },
        value: Buffer.from(value as string),
      })),
    },
  });
  return signer.type === 'certificate' ? signer.claims : undefined;
}

const der = (text: string, length: number[] = [text.length]) => [
  0x0c,
  ...length,
  ...Buffer.from(text),
];

describe('certificateSigner', () => {
  it('reads what the authority noted of the job', () => {
    expect(
      claimsOf(
        [[...ARC, 15], der('123456')],
        [[...ARC, 20], der('push')],
        [[...ARC, 14], der('r'.repeat(200), [0x81, 200])],
        [[...ARC, 18], der('c'.repeat(300), [0x82, 1, 44])],
      ),
    ).toEqual({
      sourceRepositoryIdentifier: '123456',
      buildTrigger: 'push',
      sourceRepositoryRef: 'r'.repeat(200),
      buildConfigUri: 'c'.repeat(300),
    });
  });

  it('reads nothing from what is no such text, or of another arc', () => {
    expect(
      claimsOf(
        [[...ARC, 15], '123456'],
        [[...ARC, 20], der('push', [5])],
        [[...ARC, 14], der('push', [3])],
        [[...ARC, 99], der('push')],
        [[2, 5, 29, 17], der('push')],
        [[...ARC, 12], []],
      ),
    ).toEqual({});
  });
});
