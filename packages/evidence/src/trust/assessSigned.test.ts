import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  bytesOf,
  changed,
  placesIn,
  put,
  withOtherSubject,
  withoutLog,
  withoutTime,
  withPayload,
  withSignatureOf,
} from '../__testUtils__/negatives';
import {
  githubJob,
  PrivateSigstore,
  signAsJob,
  SignAsJobOptions,
  startPrivateSigstore,
} from '../__testUtils__/privateSigstore';
import { aJobLine, policyOf } from '../__testUtils__/trustPolicies';
import { EvidenceError } from '../model/EvidenceError';
import { assessSigned } from './assessSigned';
import { SignedAssessment } from './SignedAssessment';
import { TrustLine } from './TrustPolicy';

const SUBJECT = 'a'.repeat(64);
const statement = (more: object = {}) =>
  bytesOf({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'shop.tgz', digest: { sha256: SUBJECT } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
    ...more,
  });
const MINUTE = 60_000;
const later = (minutes: number) => () =>
  new Date(Date.now() + minutes * MINUTE);
const moved = (time: string, minutes: number) =>
  new Date(Date.parse(time) + minutes * MINUTE).toISOString();
const failureOf = (found: SignedAssessment) => [
  found.state,
  found.checks.find(({ state }) => state === 'failed')?.check,
];

/** Which part of its only line is unmet, and why. */
function unmetOf({ lines: [fit] }: SignedAssessment): [string, string] {
  if (fit.state === 'met') return ['met', ''];
  expect(fit.remedy).toMatch(/\.$/);
  return [fit.part, fit.reason];
}

describe('assessSigned, keyless', () => {
  let sigstore: PrivateSigstore;
  let stranger: PrivateSigstore;
  const sign = (options?: SignAsJobOptions, data = statement()) =>
    signAsJob(sigstore, data, options);
  const assess = (bundle: unknown, ...lines: TrustLine[]) =>
    assessSigned(bytesOf(bundle), policyOf(sigstore.trustedRoot, lines));

  beforeAll(async () => {
    sigstore = await startPrivateSigstore();
    stranger = await startPrivateSigstore();
  });
  afterAll(async () => {
    await sigstore.close();
    await stranger.close();
  });
  afterEach(() => {
    const now = () => new Date();
    Object.assign(sigstore.clocks, {
      certificate: now,
      log: now,
      timestamp: now,
    });
  });

  describe.each(['v1', 'v2', 'v2-older', 'none'] as const)('log %s', log => {
    const line = aJobLine({
      require: { log: log === 'none' ? 0 : 1, sct: 1, time: 1 },
    });
    let good: any;
    beforeAll(async () => {
      good = await sign({ log });
    });

    it('is verified and fits', () => {
      const found = assess(good, line);
      expect(found).toMatchObject({
        state: 'verified',
        signer: {
          type: 'certificate',
          claims: { sourceRepositoryIdentifier: '4711' },
        },
        content: {
          type: 'statement',
          predicateType: 'https://slsa.dev/provenance/v1',
          subjects: [{ digest: { sha256: SUBJECT } }],
        },
        material: { root: 'private' },
        lines: [{ line: 'release', state: 'met' }],
      });
      expect(found.reason).toBeUndefined();
      expect(found.claimed).toBeUndefined();
      expect(found.times).toHaveLength(1);
    });

    it('is not when something is stripped', () => {
      const unlogged = assess(withoutLog(good), line);
      const untimed = assess(withoutTime(good), line);
      expect(failureOf(untimed)).toEqual(['failed', 'time']);
      expect(unmetOf(untimed)).toEqual([
        'material',
        'It has 0 trusted times, and 1 must be there.',
      ]);
      // Only Rekor v1 tells the time; without any log nothing was stripped
      const missing = {
        v1: 'time',
        v2: 'log',
        'v2-older': 'log',
        none: undefined,
      };
      const whole = log === 'none';
      expect(failureOf(unlogged)).toEqual([
        whole ? 'verified' : 'failed',
        missing[log],
      ]);
      expect(unmetOf(unlogged)[0]).toBe(whole ? 'met' : 'material');
      // Who claims to have signed is told, since its authority made the certificate
      const who = expect.objectContaining({ type: 'certificate' });
      expect([unlogged.claimed, unlogged.signer]).toEqual(
        whole ? [undefined, who] : [who, undefined],
      );
      expect(unlogged.content === undefined).toBe(!whole);
    });

    it('is not when something is swapped', async () => {
      const caught = log === 'none' ? 'signature' : 'log';
      const swapped = [
        withPayload(good, text => `${text} `),
        withOtherSubject(good),
        changed(good, ({ dsseEnvelope }) => {
          dsseEnvelope.payloadType = 'application/vnd.in-toto.x+json';
        }),
      ];
      for (const bundle of swapped) {
        const found = assess(bundle, line);
        // The older forms of entries tell payload and signatures, not the type
        expect(['log', 'signature']).toContain(failureOf(found)[1]);
        expect(unmetOf(found)[0]).toBe('material');
      }
      expect(failureOf(assess(swapped[0], line))[1]).toBe(caught);
      const other = await sign({ log }, statement({ predicate: { x: 1 } }));
      const stolen = assess(withSignatureOf(good, other), line);
      expect(stolen.state).toBe('failed');
      expect(stolen.claimed).toBeDefined();
    });

    it('is not from another repository through the same workflow', async () => {
      const claims = githubJob({
        repository: 'evil/shop',
        repository_id: '666',
      });
      const found = assess(await sign({ log, claims }), line);
      expect(found.state).toBe('verified');
      expect(unmetOf(found)).toEqual([
        'source',
        "The source repository’s id is '666', not 4711.",
      ]);
    });

    it('is unchecked where nobody here knows its authority', async () => {
      const bundle = await signAsJob(stranger, statement(), { log });
      const found = assess(bundle, line);
      expect(found).toMatchObject({
        state: 'unchecked',
        reason:
          "Its certificate was issued by no authority of the root 'private'.",
      });
      expect(found.claimed).toBeUndefined();
      expect(unmetOf(found)[0]).toBe('signer');
    });

    it('follows periods and revocations by trusted times', () => {
      const [time] = assess(good, line).times;
      const outcome = (more: Partial<TrustLine>) =>
        unmetOf(assess(good, { ...line, ...more }))[0];
      expect(outcome({ from: moved(time, -1), until: moved(time, 1) })).toBe(
        'met',
      );
      expect(outcome({ from: moved(time, 1) })).toBe('period');
      expect(outcome({ until: moved(time, -1) })).toBe('period');
      expect(outcome({ until: time })).toBe('period');
      for (const reason of ['retired', 'compromised'] as const) {
        expect(outcome({ revoked: { reason, since: moved(time, 1) } })).toBe(
          'met',
        );
        expect(outcome({ revoked: { reason, since: time } })).toBe('revoked');
      }
    });
  });

  it.each([
    [githubJob({ ref: 'refs/heads/main' }), 'source', 'source ref'],
    [githubJob({ event_name: 'pull_request_target' }), 'source', 'trigger'],
    [githubJob({ iss: 'https://evil.example.test' }), 'signer', 'issuer'],
    [
      githubJob({
        job_workflow_ref:
          'acme/shop/.github/workflows/other.yml@refs/tags/v1.0.0',
      }),
      'signer',
      'identity',
    ],
    [
      {
        iss: 'https://token.actions.githubusercontent.com',
        sub: 'job',
        job_workflow_ref: githubJob().job_workflow_ref,
      },
      'source',
      'does not tell',
    ],
  ])('%# is by somebody else', async (claims, part, words) => {
    const [unmet, reason] = unmetOf(assess(await sign({ claims }), aJobLine()));
    expect([unmet, reason]).toEqual([part, expect.stringContaining(words)]);
  });

  it('fits only what its signer may say', async () => {
    const data = statement({ predicateType: 'https://cyclonedx.org/bom' });
    const bundle = await sign({}, data);
    expect(unmetOf(assess(bundle, aJobLine()))).toEqual([
      'content',
      expect.stringContaining('https://cyclonedx.org/bom'),
    ]);
    const both = aJobLine({ predicateTypes: ['x', 'https://cyclonedx.org/*'] });
    expect(unmetOf(assess(bundle, both))[0]).toBe('met');
  });

  it('reads statements of v0.1, and refuses other types of the payload', async () => {
    const older = statement({ _type: 'https://in-toto.io/Statement/v0.1' });
    expect(assess(await sign({}, older), aJobLine()).state).toBe('verified');
    const wrong = statement({ _type: 'https://in-toto.io/Statement/v9' });
    const found = assess(await sign({}, wrong), aJobLine());
    expect(failureOf(found)).toEqual(['failed', 'payload']);
    expect(found.claimed).toBeDefined();
    const type = 'text/plain';
    const plain = assess(await sign({ type }), aJobLine());
    expect(failureOf(plain)).toEqual(['failed', 'payload']);
    expect(plain.reason).toContain("'text/plain'");
    const twice = Buffer.from(
      statement().toString().replace('{', '{"predicateType":"x",'),
    );
    expect(failureOf(assess(await sign({}, twice), aJobLine()))[1]).toBe(
      'payload',
    );
  });

  it('is not where certificate and trusted time do not meet', async () => {
    sigstore.clocks.log = later(11);
    const late = assess(await sign(), aJobLine());
    expect(failureOf(late)).toEqual(['failed', 'signer']);
    expect(late.reason).toMatch(
      /^Its certificate was valid from .* to .*signed/,
    );
    expect(unmetOf(late)[0]).toBe('material');
    sigstore.clocks.log = () => new Date();
    sigstore.clocks.certificate = later(1);
    expect(failureOf(assess(await sign(), aJobLine()))).toEqual([
      'failed',
      'signer',
    ]);
    // One of two times outside suffices, whatever the other says
    sigstore.clocks.certificate = () => new Date();
    sigstore.clocks.timestamp = later(11);
    const skewed = await sign({ timestamp: true });
    expect(failureOf(assess(skewed, aJobLine()))).toEqual(['failed', 'signer']);
  });

  it('counts trusted times, each once', async () => {
    const two = aJobLine({ require: { log: 1, sct: 1, time: 2 } });
    const bundle = await sign({ timestamp: true });
    const found = assess(bundle, two);
    expect(found.state).toBe('verified');
    expect(found.times).toHaveLength(2);
    const [unmet, reason] = unmetOf(assess(await sign(), two));
    expect([unmet, reason]).toEqual([
      'material',
      'It has 1 trusted times, and 2 must be there.',
    ]);
    const stamped = changed(await sign({ log: 'v2' }), json => {
      const data = json.verificationMaterial.timestampVerificationData;
      data.rfc3161Timestamps.push(data.rfc3161Timestamps[0]);
    });
    expect(failureOf(assess(stamped, two))).toEqual(['failed', 'time']);
  });

  it('asks each line for its own material', async () => {
    const bundle = withoutLog(await sign({ timestamp: true }));
    const strict = aJobLine({ id: 'strict' });
    const lax = aJobLine({ id: 'lax', require: { log: 0, sct: 1, time: 1 } });
    const found = assess(bundle, strict, lax);
    expect(found.state).toBe('verified');
    expect(found.lines).toEqual([
      {
        line: 'strict',
        state: 'unmet',
        part: 'material',
        reason: 'It has 0 entries in transparency logs, and 1 must be there.',
        remedy: expect.any(String),
      },
      { line: 'lax', state: 'met' },
    ]);
  });

  it('takes a signature over a file by the digest in the bundle', async () => {
    const file = Buffer.from('the file itself');
    for (const log of ['v1', 'v2'] as const) {
      const bundle = await sign({ type: 'file', log }, file);
      const line = aJobLine({ predicateTypes: ['file'] });
      const sha256 = Buffer.from(
        bundle.messageSignature.messageDigest.digest,
        'base64',
      ).toString('hex');
      const found = assess(bundle, line);
      expect(found).toMatchObject({
        state: 'verified',
        content: { type: 'file', sha256 },
        lines: [{ state: 'met' }],
      });
      expect(unmetOf(assess(bundle, aJobLine()))[0]).toBe('content');
      const other = changed(bundle, ({ messageSignature }) => {
        messageSignature.messageDigest.digest =
          Buffer.alloc(32).toString('base64');
      });
      expect(failureOf(assess(other, line))).toEqual(['failed', 'log']);
    }
    const unlogged = await sign({ type: 'file', log: 'none' }, file);
    const lax = aJobLine({
      predicateTypes: ['file'],
      require: { log: 0, sct: 1, time: 1 },
    });
    expect(unmetOf(assess(unlogged, lax))[0]).toBe('met');
    unlogged.messageSignature.messageDigest.digest =
      Buffer.alloc(32).toString('base64');
    expect(failureOf(assess(unlogged, lax))).toEqual(['failed', 'signature']);
  });

  it('is not where its certificate was not published as the line asks', async () => {
    const bundle = bytesOf(await sign());
    const unlogged = { ...sigstore.trustedRoot, ctlogs: [] };
    const found = assessSigned(bundle, policyOf(unlogged, [aJobLine()]));
    expect(failureOf(found)).toEqual(['failed', 'sct']);
    expect(unmetOf(found)[0]).toBe('material');
    const two = aJobLine({ require: { log: 1, sct: 2, time: 1 } });
    expect(unmetOf(assess(JSON.parse(bundle.toString()), two))).toEqual([
      'material',
      'Its certificate has 1 certificate timestamps, and 2 must be there.',
    ]);
  });

  it('survives whatever is changed, and never tells another content', async () => {
    const whole = await sign({ timestamp: true });
    const policy = policyOf(sigstore.trustedRoot, [aJobLine()]);
    const { content } = assessSigned(bytesOf(whole), policy);
    const change = fc.tuple(
      fc.constantFrom(...placesIn(whole)),
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.string().map(text => Buffer.from(text).toString('base64')),
        fc.constant(undefined),
      ),
    );
    const outcomeOf = (copy: unknown) => {
      try {
        const found = assessSigned(bytesOf(copy), policy);
        const [{ state }] = found.lines;
        if (found.state !== 'verified') return state;
        return isDeepStrictEqual(found.content, content) ? 'same' : found;
      } catch (error) {
        return error instanceof EvidenceError ? 'refused' : error;
      }
    };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        const copy = structuredClone(whole);
        for (const [place, value] of changes) put(copy, place, value);
        expect(['refused', 'unmet', 'same']).toContain(outcomeOf(copy));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
  });

  it('tells who signed where no line speaks of them', async () => {
    const found = assess(await sign());
    expect(found).toMatchObject({
      state: 'verified',
      signer: { type: 'certificate' },
      lines: [],
    });
    expect(found.checks.at(-1)).toMatchObject({
      check: 'identity',
      state: 'not-made',
    });
  });
});
