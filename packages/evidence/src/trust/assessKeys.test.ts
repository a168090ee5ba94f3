import { readFileSync } from 'node:fs';
import { corpus, describeWith } from '../__testUtils__/sharedFolder';
import { bytesOf, changed } from '../__testUtils__/negatives';
import {
  PrivateSigstore,
  signAsJob,
  startPrivateSigstore,
} from '../__testUtils__/privateSigstore';
import {
  aKeyLine,
  aKeyPair,
  aTrustPolicy,
  policyOf,
} from '../__testUtils__/trustPolicies';
import { EvidenceError } from '../model/EvidenceError';
import { readSigningKey, signBundle } from '../sign';
import { preAuthEncoding } from '../verify/pae';
import { assessSigned } from './assessSigned';
import { readTrustPolicy } from './readTrustPolicy';

const IN_TOTO = 'application/vnd.in-toto+json';
const statement = bytesOf({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'shop.tgz', digest: { sha256: 'a'.repeat(64) } }],
  predicateType: 'https://example.test/said',
  predicate: {},
});
const [ops, dev, stranger] = [aKeyPair(), aKeyPair(), aKeyPair()];
const keys = [
  { name: 'ops', pem: ops.publicPem },
  { name: 'dev', pem: dev.publicPem },
];
const opsId = readSigningKey(ops.privatePem).id;

/** An envelope with the signatures of these. */
function envelope(
  signers: { privatePem: string; keyid?: string }[],
  payload = statement,
) {
  return {
    payloadType: IN_TOTO,
    payload: payload.toString('base64'),
    signatures: signers.map(({ privatePem, keyid }) => ({
      ...(keyid && { keyid }),
      sig: readSigningKey(privatePem)
        .sign(preAuthEncoding(IN_TOTO, payload))
        .toString('base64'),
    })),
  };
}

const assess = (document: unknown, lines = [aKeyLine(['ops'])], known = keys) =>
  assessSigned(
    Buffer.isBuffer(document) ? document : bytesOf(document),
    readTrustPolicy(aTrustPolicy({ keys: known, lines })),
  );

describe('assessSigned, keys', () => {
  it('takes one trusted signature of several', () => {
    const found = assess(envelope([stranger, ops, ops, dev]), [
      aKeyLine(['ops']),
      aKeyLine(['dev'], { id: 'dev' }),
    ]);
    expect(found).toMatchObject({
      state: 'verified',
      signer: { type: 'key', keyId: opsId },
      material: { key: 'ops' },
      lines: [{ state: 'met' }, { state: 'met' }],
      times: [],
    });
  });

  it('asks for no key that the line does not name', () => {
    const found = assess(envelope([dev]));
    expect(found).toMatchObject({
      state: 'verified',
      material: { key: 'dev' },
      lines: [{ state: 'unmet', part: 'signer' }],
    });
  });

  it('is failed by whom it names, by nobody without a name, unchecked by strangers', () => {
    const broken = (keyid?: string) =>
      changed(envelope([{ ...ops, keyid }]), copy => {
        copy.payload = Buffer.from(`${statement} `).toString('base64');
      });
    for (const keyid of ['ops', opsId]) {
      expect(assess(broken(keyid))).toMatchObject({
        state: 'failed',
        claimed: { type: 'key', keyId: opsId },
        lines: [{ state: 'unmet', part: 'material' }],
      });
    }
    const nameless = assess(broken());
    expect(nameless.state).toBe('failed');
    expect(nameless.claimed).toBeUndefined();
    expect(nameless.lines).toMatchObject([{ part: 'signer' }]);
    expect(assess(broken('somebody'))).toMatchObject({
      state: 'unchecked',
      reason: expect.stringContaining("'somebody'"),
    });
    expect(assess(envelope([ops]), [], [])).toMatchObject({
      state: 'unchecked',
      reason: expect.stringContaining('no key is configured'),
    });
  });

  it('leaves periods and revocations without a trusted time to the receipt', () => {
    const from = '2026-01-01T00:00:00Z';
    const until = '2027-01-01T00:00:00Z';
    const revoked = { reason: 'compromised' as const, since: until };
    const line = aKeyLine(['ops'], { from, until, revoked });
    expect(assess(envelope([ops]), [line]).lines).toEqual([
      { line: 'key', state: 'met', receipt: { from, until, revoked } },
    ]);
  });

  it('says what is missing of a bare envelope that must have it', async () => {
    const sigstore = await startPrivateSigstore();
    try {
      const line = aKeyLine(['ops'], {
        signer: { type: 'key', keys: ['ops'], root: 'private' },
        require: { log: 1, sct: 0, time: 1 },
      });
      const loaded = policyOf(sigstore.trustedRoot, [line], keys);
      const bare = assessSigned(bytesOf(envelope([ops])), loaded);
      expect(bare).toMatchObject({
        state: 'failed',
        // Its signature was good, so who signed it is known
        claimed: { type: 'key', keyId: opsId },
        lines: [{ part: 'material' }],
      });
      const bundle = await logged(sigstore, ops);
      expect(assessSigned(bytesOf(bundle), loaded)).toMatchObject({
        state: 'verified',
        times: [expect.any(String)],
        lines: [{ state: 'met' }],
        material: { root: 'private', key: 'ops' },
      });
    } finally {
      await sigstore.close();
    }
  });

  it('refuses more signatures than anybody needs', () => {
    const many = envelope(Array(33).fill(stranger));
    expect(assess(many)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('33 signatures'),
    });
  });
});

/** Signed with a key, and logged. */
function logged(sigstore: PrivateSigstore, pair: typeof ops) {
  const key = readSigningKey(pair.privatePem);
  return signAsJob(sigstore, statement, {
    signer: {
      sign: async data => ({
        signature: key.sign(data),
        key: { $case: 'publicKey', publicKey: pair.publicPem, hint: key.id },
      }),
    },
  });
}

describe('assessSigned, bundles over files', () => {
  const file = Buffer.from('not a statement');
  const outcome = (
    type: 'p256' | 'p384' | 'rsa' | 'ed25519',
    change: (bundle: any) => void = () => {},
    padding?: 'pss',
  ) => {
    const pair = aKeyPair(type);
    const bundle = changed(
      signBundle(file, readSigningKey(pair.privatePem)),
      change,
    );
    const known = [{ name: 'ops', pem: pair.publicPem, padding }];
    return assess(bundle, undefined, known as any);
  };
  const otherDigest = ({ messageSignature }: any) => {
    messageSignature.messageDigest.digest = Buffer.alloc(32).toString('base64');
  };

  it.each(['p256', 'rsa'] as const)('%s is checked by the digest', type => {
    expect(outcome(type)).toMatchObject({
      state: 'verified',
      content: {
        type: 'file',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      lines: [{ state: 'met' }],
    });
    expect(outcome(type, otherDigest)).toMatchObject({
      state: 'failed',
      claimed: { type: 'key' },
    });
  });

  it.each([
    ['ed25519', undefined],
    ['p384', undefined],
    ['rsa', 'pss'],
  ] as const)('%s %s needs the file, and says so', (type, padding) => {
    expect(outcome(type, undefined, padding)).toMatchObject({
      state: 'unchecked',
      reason: expect.stringContaining('the file itself'),
    });
  });

  it('is unchecked where it names the file by another digest', () => {
    const found = outcome('p256', ({ messageSignature }) => {
      messageSignature.messageDigest.algorithm = 'SHA2_512';
    });
    expect(found).toMatchObject({
      state: 'unchecked',
      reason: expect.stringContaining('SHA-256'),
    });
  });
});

describe('assessSigned, other documents', () => {
  it('reads JSON Lines of envelopes, as good as the worst of them', () => {
    const lines = (...documents: unknown[]) =>
      Buffer.from(`${documents.map(one => JSON.stringify(one)).join('\n')}\n`);
    const one = assess(
      lines(envelope([ops]), { about: 'something else' }, 'x'),
    );
    expect(one).toMatchObject({ state: 'verified', lines: [{ state: 'met' }] });
    expect(one.parts).toBeUndefined();

    const two = assess(lines(envelope([ops]), envelope([ops])));
    expect(two.state).toBe('verified');
    expect(two.parts).toHaveLength(2);
    expect(two.content).toBeUndefined();
    expect(two.lines).toEqual([{ line: 'key', state: 'met' }]);

    const bad = envelope([{ ...stranger, keyid: 'ops' }]);
    const mixed = assess(lines(envelope([ops]), bad));
    expect(mixed).toMatchObject({
      state: 'failed',
      lines: [{ state: 'unmet', part: 'material' }],
    });
    expect(mixed.parts!.map(({ state }) => state)).toEqual([
      'verified',
      'failed',
    ]);
  });

  it('leaves enveloped signatures unchecked', () => {
    const json = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      signature: { algorithm: 'ES256', value: 'x' },
    };
    const xml = Buffer.from(
      '<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></bom>',
    );
    for (const document of [json, xml]) {
      expect(assess(document)).toMatchObject({
        state: 'unchecked',
        reason: expect.stringContaining('inside of the document'),
      });
    }
  });

  it('refuses what is not signed, and tells what cannot be read', () => {
    const unsigned = [{ bomFormat: 'CycloneDX', specVersion: '1.6' }, 'text'];
    for (const document of unsigned) {
      expect(() => assess(document)).toThrow(EvidenceError);
    }
    const twice = Buffer.from(
      JSON.stringify(envelope([ops])).replace('{', '{"payload":"e30=",'),
    );
    expect(assess(twice)).toMatchObject({
      state: 'failed',
      checks: [{ check: 'format', state: 'failed' }, ...Array(8).fill({})],
    });
    const torn = changed(envelope([ops]), copy => {
      copy.payload = '***';
    });
    expect(assess(torn)).toMatchObject({
      state: 'failed',
      reason: 'The payload is not base64.',
    });
    const empty = changed(
      signBundle(statement, readSigningKey(ops.privatePem)),
      copy => {
        copy.verificationMaterial = {};
      },
    );
    expect(assess(empty)).toMatchObject({ state: 'failed' });
  });
});

describeWith(corpus('attest'), 'envelopes of the corpus', folder => {
  it('hold with their key and no other', () => {
    const read = (name: string) => readFileSync(`${folder}/${name}`);
    const own = [{ name: 'ops', pem: read('cosign.pub').toString() }];
    const bytes = read('slsa-v1.cosign-key.dsse.json');
    expect(assess(bytes, undefined, own)).toMatchObject({
      state: 'verified',
      content: { predicateType: 'https://slsa.dev/provenance/v1' },
      lines: [{ state: 'met' }],
    });
    expect(assess(bytes).state).not.toBe('verified');
  });
});
