import { constants, generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { preAuthEncoding } from './pae';
import { readKey } from './readKey';
import { verifySigned } from './verifySigned';

const TYPE = 'application/vnd.in-toto+json';
const sha256 = 'ab'.repeat(32);
const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'shop.tgz', digest: { sha256 } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {},
};
const artifact = { digest: { sha256 } };

const SIGNERS = {
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  Ed25519: () => generateKeyPairSync('ed25519'),
  'RSA PKCS1': () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'RSA PSS': () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
type Kind = keyof typeof SIGNERS;
const DIGEST: Partial<Record<Kind, null | string>> = {
  'P-384': 'sha384',
  Ed25519: null,
};

const pemOf = (key: KeyObject) =>
  key.export({ type: 'spki', format: 'pem' }).toString();

function make(kind: Kind) {
  const { publicKey, privateKey } = SIGNERS[kind]();
  const padding = kind === 'RSA PSS' ? ('pss' as const) : undefined;
  const key = padding
    ? { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING }
    : privateKey;
  const digest = kind in DIGEST ? DIGEST[kind]! : 'sha256';
  return {
    key: readKey(pemOf(publicKey), { padding }),
    signatureOf: (payload: Buffer, type = TYPE) =>
      sign(digest, preAuthEncoding(type, payload), key).toString('base64'),
  };
}

const asPayload = (value: unknown) => Buffer.from(JSON.stringify(value));

function envelope(options: {
  payload?: Buffer;
  type?: string;
  signatures: { sig: string; keyid?: string }[];
}): Buffer {
  const { payload = asPayload(statement), type = TYPE, signatures } = options;
  return asPayload({
    payloadType: type,
    payload: payload.toString('base64'),
    signatures,
  });
}

const failureOf = (found: ReturnType<typeof verifySigned>) =>
  found.checks.find(({ state }) => state === 'failed')?.check;

describe('a DSSE envelope', () => {
  const payload = asPayload(statement);

  it.each(Object.keys(SIGNERS) as Kind[])('of %s holds', kind => {
    const { key, signatureOf } = make(kind);
    const bytes = envelope({ signatures: [{ sig: signatureOf(payload) }] });
    expect(verifySigned(bytes, { keys: [key], artifact })).toMatchObject({
      state: 'verified',
      signer: { type: 'key', keyId: key.id },
      payload: { type: TYPE, bytes: payload },
    });
    const stranger = make(kind).key;
    expect(failureOf(verifySigned(bytes, { keys: [stranger] }))).toBe(
      'signature',
    );
  });

  it('does not hold for other bytes, or for the same bytes of another type', () => {
    const { key, signatureOf } = make('P-256');
    const sig = signatureOf(payload);
    const swapped = asPayload({ ...statement, subject: [] });
    for (const other of [{ payload: swapped }, { type: `${TYPE}x` }]) {
      const bytes = envelope({ ...other, signatures: [{ sig }] });
      const found = verifySigned(bytes, { keys: [key] });
      expect(failureOf(found)).toBe('signature');
      expect(found.payload).toBeUndefined();
    }
  });

  it('holds when one of its signatures does, whatever a key id says', () => {
    const mine = make('P-256');
    const other = make('Ed25519');
    const bytes = envelope({
      signatures: [
        { keyid: mine.key.id, sig: other.signatureOf(payload) },
        { keyid: 'somebody', sig: mine.signatureOf(payload) },
      ],
    });
    expect(verifySigned(bytes, { keys: [mine.key] }).signer).toEqual({
      type: 'key',
      keyId: mine.key.id,
    });
  });

  it('has neither a log entry nor a time, when those are asked for', () => {
    const { key, signatureOf } = make('P-256');
    const bytes = envelope({ signatures: [{ sig: signatureOf(payload) }] });
    for (const check of ['log', 'time'] as const) {
      const found = verifySigned(bytes, {
        keys: [key],
        require: { [check]: 1 },
      });
      expect(failureOf(found)).toBe(check);
      expect(found.checks.find(one => one.check === 'signature')?.state).toBe(
        'not-made',
      );
    }
  });

  it.each([
    ['no statement', Buffer.from('{"hello":1}'), TYPE],
    ['no JSON object', Buffer.from('[]'), TYPE],
    ['another type', asPayload(statement), 'application/vnd.cyclonedx+json'],
    [
      'a key twice',
      Buffer.from(JSON.stringify(statement).replace('{', '{"_type":"x",')),
      TYPE,
    ],
    [
      'a wrong _type',
      asPayload({ ...statement, _type: 'https://in-toto.io/Statement/v9' }),
      TYPE,
    ],
  ])('is refused although it is signed: %s', (_, bytes, type) => {
    const { key, signatureOf } = make('Ed25519');
    const signatures = [{ sig: signatureOf(bytes, type) }];
    const signed = envelope({ payload: bytes, type, signatures });
    const found = verifySigned(signed, { keys: [key] });
    expect(failureOf(found)).toBe('payload');
    expect(found.state).toBe('failed');
  });

  it.each([
    ['none agrees', { sha256: 'cd'.repeat(32) }, false],
    ['only a prefix', { sha256: 'ab'.repeat(16) }, false],
    ['one agrees and one differs', { sha256, sha512: 'ef'.repeat(64) }, false],
    ['one agrees and the other is not said', { sha256 }, true],
  ])('speaks about an artifact by full digests: %s', (_, said, agrees) => {
    const { key, signatureOf } = make('Ed25519');
    const subject = [{ name: 'shop.tgz', digest: said }];
    const bytes = asPayload({ ...statement, subject });
    const signatures = [{ sig: signatureOf(bytes) }];
    const both = { digest: { sha256, sha512: '12'.repeat(64) } };
    const found = verifySigned(envelope({ payload: bytes, signatures }), {
      keys: [key],
      artifact: both,
    });
    expect(failureOf(found)).toBe(agrees ? undefined : 'subject');
  });

  it('is refused where two readers would see two envelopes', () => {
    const { key, signatureOf } = make('Ed25519');
    const good = envelope({
      signatures: [{ sig: signatureOf(payload) }],
    }).toString();
    for (const text of [
      good.replace('{', '{"payload":"e30=",'),
      `${good}{}`,
      good.replace(/"payload":"/, '"payload":"!'),
    ]) {
      const attempt = () => {
        const found = verifySigned(Buffer.from(text), { keys: [key] });
        expect(found.state).toBe('failed');
        throw new Error('not verified');
      };
      expect(attempt).toThrow(/not verified|not base64/);
    }
  });
});

describe('readKey', () => {
  it.each([
    ['RSA of 1,024 bits', generateKeyPairSync('rsa', { modulusLength: 1024 })],
    [
      'a curve of Bitcoin',
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
    ],
    ['a key that cannot sign', generateKeyPairSync('x25519')],
  ])('refuses %s', (_, { publicKey }) => {
    expect(() => readKey(pemOf(publicKey as KeyObject))).toThrow(
      /too short|not supported/,
    );
  });

  it('refuses a private key, and text that is none', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => readKey(pem)).toThrow('private key');
    expect(() => readKey('hello')).toThrow('no public key');
  });
});
