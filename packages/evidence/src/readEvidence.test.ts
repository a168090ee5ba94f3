import { EvidenceError } from './model/EvidenceError';
import { readEvidence } from './readEvidence';

const STATEMENT = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'shop.tgz', digest: { sha256: 'ab'.repeat(32) } }],
  predicateType: 'https://example.test/tested/v1',
  predicate: { note: 'ÿ>?' },
};

function read(document: unknown) {
  const text =
    typeof document === 'string' ? document : JSON.stringify(document);
  return readEvidence(Buffer.from(text));
}

function refusalOf(document: unknown): EvidenceError {
  try {
    read(document);
  } catch (error) {
    if (error instanceof EvidenceError) return error;
    throw error;
  }
  throw new Error('The document was accepted');
}

function envelope(payload: unknown, rest: object = {}) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return {
    payload: Buffer.from(text).toString('base64'),
    payloadType: 'application/vnd.in-toto+json',
    signatures: [{ keyid: 'k', sig: 'eA==' }],
    ...rest,
  };
}

describe('an envelope', () => {
  const standard = envelope(STATEMENT).payload;
  const urlSafe = standard.replace(/\+/g, '-').replace(/\//g, '_');

  it.each([
    ['standard base64', standard],
    ['URL-safe base64', urlSafe],
    ['URL-safe base64 without padding', urlSafe.replace(/=+$/, '')],
  ])('is read from %s', (_, payload) => {
    expect(urlSafe).not.toBe(standard);
    const reading = read(envelope('', { payload }));
    expect(reading).toMatchObject({
      signed: true,
      recognised: {
        state: 'recognised',
        format: 'dsse',
        kind: 'attestation',
        predicateType: STATEMENT.predicateType,
      },
      valid: { state: 'valid', defects: [] },
      subjects: STATEMENT.subject,
      document: { kind: 'attestation' },
    });
  });

  // Readers that skip such bytes would see another payload than those that stop.
  it.each([
    ['a line break', `${standard.slice(0, 8)}\n${standard.slice(8)}`],
    ['another alphabet', `${standard.slice(0, 8)}*${standard.slice(8)}`],
    ['padding inside', `eyJhIg==${standard}`],
    ['bits that are dropped', 'e31='],
    ['an odd end', 'e30e3'],
  ])('is refused for %s in its base64', (_, payload) => {
    expect(refusalOf(envelope('', { payload }))).toMatchObject({
      code: 'unreadable',
      pointer: '/payload',
      remedy: expect.any(String),
    });
  });

  it('says where the base64 is in a Sigstore bundle', () => {
    const bundle = {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: {},
      dsseEnvelope: envelope('', { payload: '*' }),
    };
    expect(refusalOf(bundle).pointer).toBe('/dsseEnvelope/payload');
  });

  it('keeps a payload of another type closed', () => {
    const reading = read(envelope('<xml/>', { payloadType: 'text/xml' }));
    expect(reading).toMatchObject({
      signed: true,
      valid: { state: 'not-checked', defects: [] },
      subjects: [],
      document: { kind: 'opaque' },
    });
  });

  it.each([
    ['another _type', { ...STATEMENT, _type: 'https://example.test/Other/v1' }],
    ['another document', { bomFormat: 'CycloneDX', specVersion: '1.6' }],
  ])('is invalid with %s in it, and not read as one', (_, payload) => {
    expect(read(envelope(payload))).toMatchObject({
      signed: true,
      valid: {
        state: 'invalid',
        defects: [{ code: 'wrong-payload', pointer: '/payload' }],
      },
      subjects: [],
      document: { kind: 'opaque' },
    });
  });

  it('locates the fault of a statement inside', () => {
    const future = { ...STATEMENT, _type: 'https://in-toto.io/Statement/v9' };
    expect(read(envelope(future)).valid).toMatchObject({
      state: 'invalid',
      defects: [{ code: 'wrong-type', pointer: '/_type' }],
    });
    expect(refusalOf(envelope('{\n"_type": oops}'))).toMatchObject({
      code: 'invalid-json',
      pointer: '/_type',
      line: 2,
      column: 10,
    });
  });
});

describe('a document in a statement', () => {
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 };
  const wrap = (predicate: object) => ({
    ...STATEMENT,
    predicateType: 'https://cyclonedx.org/bom',
    predicate,
  });

  it('is read, with places told from the root of the statement', () => {
    const reading = read(
      envelope(wrap({ ...bom, components: [{ type: 'library' }] })),
    );
    expect(reading.recognised).toMatchObject({ format: 'dsse', kind: 'sbom' });
    expect(reading.document.kind).toBe('sbom');
    expect(reading.valid).toMatchObject({
      state: 'invalid',
      schema: 'CycloneDX 1.6',
      defects: [
        {
          code: 'schema-violation',
          pointer: '/predicate/components/0',
        },
      ],
    });
    expect(reading.subjects).toEqual(STATEMENT.subject);
  });

  it('is told by line and column where it lies open', () => {
    const text = JSON.stringify(
      wrap({ ...bom, components: [{ type: 'library' }] }),
      undefined,
      2,
    );
    const line = text.split('\n').findIndex(it => it.includes('"library"'));
    expect(read(text).valid.defects).toEqual([
      expect.objectContaining({
        pointer: '/predicate/components/0',
        // The brace of the component is in the line before its type
        line,
        column: text.split('\n')[line - 1].indexOf('{') + 1,
      }),
    ]);
    const [packed] = read(envelope(JSON.parse(text))).valid.defects;
    expect(packed.line).toBeUndefined();
  });

  it('that two readers would read differently is refused when signed', () => {
    const both = wrap({ ...bom, spdxVersion: 'SPDX-2.3' });
    expect(read(both)).toMatchObject({
      signed: false,
      recognised: { state: 'ambiguous' },
      valid: { state: 'invalid' },
    });
    expect(refusalOf(envelope(both))).toMatchObject({
      code: 'ambiguous',
      pointer: '/predicate',
    });
  });
});

describe('equal keys', () => {
  const text = '{"bomFormat":"CycloneDX","specVersion":"1.6",\n"version":1,';

  it('make an unsigned document invalid, with the place', () => {
    expect(read(`${text}"version":2}`)).toMatchObject({
      signed: false,
      recognised: { state: 'ambiguous', format: 'cyclonedx-json' },
      valid: {
        state: 'invalid',
        defectCount: 1,
        defects: [
          { code: 'duplicate-key', pointer: '/version', line: 2, column: 13 },
        ],
      },
    });
  });

  it('make a signed one refused, inside the payload too', () => {
    const signature = '"signature":{"algorithm":"ES256","value":"eA"}';
    expect(refusalOf(`${text}"version":2,${signature}}`)).toMatchObject({
      code: 'ambiguous',
      pointer: '/version',
      line: 2,
      column: 13,
    });
    const statement = JSON.stringify(STATEMENT);
    const twice = `${statement.slice(0, -1)},\n"subject":[]}`;
    expect(refusalOf(envelope(twice))).toMatchObject({
      code: 'ambiguous',
      pointer: '/subject',
      line: 2,
      column: 1,
      message: expect.stringContaining('"subject"'),
    });
  });
});
