import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { placesIn, put } from '../__testUtils__/negatives';
import { corpus, describeWith, vectors } from '../__testUtils__/sharedFolder';
import { EvidenceError } from '../model/EvidenceError';
import { readKey } from './readKey';
import { readTrustedRoot, SigstoreRoot } from './readTrustedRoot';
import { Verification } from './types';
import { VerifyOptions, verifySigned } from './verifySigned';

const expect_ = {
  identity:
    'https://github.com/acme/backstage-app/.github/workflows/release.yml@refs/heads/main',
  issuer: 'https://token.actions.githubusercontent.com',
};
const digest = {
  sha256: '7337151f75872607bb6c41529da53f98834368bfe752ddea6c24ad61782f7a6e',
};

const stateOf = (found: Verification) =>
  Object.fromEntries(found.checks.map(({ check, state }) => [check, state]));
const failureOf = (found: Verification) =>
  found.checks.find(({ state }) => state === 'failed')?.check;

/** The document with something done to it, as bytes. */
function changed(bytes: Buffer, change: (json: any) => void): Buffer {
  const json = JSON.parse(bytes.toString());
  change(json);
  return Buffer.from(JSON.stringify(json));
}

describeWith(corpus('attest'), 'attestations of a private Sigstore', folder => {
  const read = (name: string) => readFileSync(join(folder, name));
  const names = readdirSync(folder);
  const bundles = names.filter(name => name.endsWith('.sigstore.json'));
  const envelopes = names.filter(name => name.endsWith('.dsse.json'));
  let options: VerifyOptions;

  beforeAll(() => {
    const root = readTrustedRoot(read('trusted_root.json'));
    options = { root, keys: [], expect: expect_, artifact: { digest } };
  });

  it('has the documents that the tests are about', () => {
    expect([bundles.length, envelopes.length]).toEqual([12, 4]);
  });

  describe.each(bundles)('%s', name => {
    // A log of the first version is the only one to say when it was signed
    const withoutLog = name.includes('rekor-v1') ? 'time' : 'log';

    it('is verified, and says who signed it', () => {
      const found = verifySigned(read(name), options);
      expect(found).toMatchObject({
        state: 'verified',
        signer: { type: 'certificate', ...expect_, claims: {} },
        payload: { type: 'application/vnd.in-toto+json' },
      });
      expect(new Set(Object.values(stateOf(found)))).toEqual(
        new Set(['passed']),
      );
      expect(found.times.length).toBeGreaterThan(0);
    });

    it('is not without its log entry', () => {
      const bytes = changed(read(name), json => {
        json.verificationMaterial.tlogEntries = [];
      });
      expect(failureOf(verifySigned(bytes, options))).toBe(withoutLog);
    });

    it('is not without any trusted time', () => {
      const bytes = changed(read(name), json => {
        json.verificationMaterial.timestampVerificationData = {};
        for (const entry of json.verificationMaterial.tlogEntries) {
          delete entry.inclusionPromise;
        }
      });
      const require = { time: 0, log: 0, sct: 0 };
      const found = verifySigned(bytes, { ...options, require });
      expect(failureOf(found)).toBe('time');
      expect(stateOf(found)).toMatchObject({
        format: 'passed',
        signer: 'not-made',
        signature: 'not-made',
      });
      expect(found.signer).toBeUndefined();
    });

    it('is not with another payload', () => {
      const bytes = changed(read(name), json => {
        const { dsseEnvelope } = json;
        const text = Buffer.from(dsseEnvelope.payload, 'base64').toString();
        dsseEnvelope.payload = Buffer.from(`${text} `).toString('base64');
      });
      const found = verifySigned(bytes, options);
      expect(failureOf(found)).toBe('log');
      expect(found.payload).toBeUndefined();
      const unlogged = changed(bytes, json => {
        json.verificationMaterial.tlogEntries = [];
      });
      const require = { log: 0 };
      expect(failureOf(verifySigned(unlogged, { ...options, require }))).toBe(
        withoutLog === 'log' ? 'signature' : 'time',
      );
    });

    it('does not speak about another artifact', () => {
      const artifact = { digest: { sha256: 'ab'.repeat(32) } };
      const found = verifySigned(read(name), { ...options, artifact });
      expect(failureOf(found)).toBe('subject');
      expect(stateOf(found).signature).toBe('passed');
    });

    it.each([
      { ...expect_, identity: 'https://github.com/acme/backstage-app' },
      { ...expect_, identity: expect_.identity.replace('.github', 'xgithub') },
      {
        ...expect_,
        issuer: 'https://token.actions.githubusercontent.com.evil',
      },
    ])('is not by a look-alike %#', lookAlike => {
      const found = verifySigned(read(name), { ...options, expect: lookAlike });
      expect(failureOf(found)).toBe('identity');
    });

    it.each([
      ['to the letter', (index: string) => index],
      ['in another spelling', (index: string) => `0${index}`],
    ])('is not where one log entry is given twice, %s', (_, spelt) => {
      const bytes = changed(read(name), json => {
        const { tlogEntries } = json.verificationMaterial;
        const [entry] = tlogEntries;
        tlogEntries.push({ ...entry, logIndex: spelt(`${entry.logIndex}`) });
      });
      const require = { log: 2 };
      expect(failureOf(verifySigned(bytes, { ...options, require }))).toBe(
        'format',
      );
    });

    it('is not against a root that does not know its authority', () => {
      const root = {
        root: { ...options.root!.root, certificateAuthorities: [] },
      };
      expect(failureOf(verifySigned(read(name), { ...options, root }))).toBe(
        'signer',
      );
      const rootless = verifySigned(read(name), {
        ...options,
        root: undefined,
      });
      expect(failureOf(rootless)).toBe('signer');
    });
  });

  it('survives whatever is changed in a bundle, and never takes another payload', () => {
    const bytes = read('slsa-v1.rekor-v1.sigstore.json');
    const whole = JSON.parse(bytes.toString());
    const { payload } = verifySigned(bytes, options);
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
        const found = verifySigned(Buffer.from(JSON.stringify(copy)), options);
        if (found.state === 'failed') return found.payload ?? 'failed';
        return isDeepStrictEqual(found.payload, payload) ? 'same' : found;
      } catch (error) {
        return error instanceof EvidenceError ? 'refused' : error;
      }
    };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        const copy = structuredClone(whole);
        for (const [place, value] of changes) put(copy, place, value);
        expect(['refused', 'failed', 'same']).toContain(outcomeOf(copy));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
    );
  });

  it.each(envelopes)('%s is verified with its key and no other', name => {
    const key = readKey(read('cosign.pub').toString());
    const withKey = { keys: [key], artifact: { digest } };
    const found = verifySigned(read(name), withKey);
    expect(found).toMatchObject({
      state: 'verified',
      signer: { type: 'key', keyId: key.id },
    });
    expect(stateOf(found)).toMatchObject({ log: 'absent', time: 'absent' });
    expect(failureOf(verifySigned(read(name), { keys: [] }))).toBe('signer');
  });

  it.each([
    'tlogs',
    'ctlogs',
    'certificateAuthorities',
    'timestampAuthorities',
  ])('refuses a root of which one of the %s has no start', list => {
    const bytes = changed(read('trusted_root.json'), json => {
      const [first] = json[list];
      delete (first.publicKey ?? first).validFor.start;
    });
    expect(() => readTrustedRoot(bytes)).toThrow(
      'It is not said since when this is valid.',
    );
  });
});

describeWith(
  vectors('sigstore'),
  'bundles of the public-good Sigstore',
  folder => {
    const names = readdirSync(folder).filter(name =>
      name.endsWith('.sigstore'),
    );
    let root: SigstoreRoot;

    beforeAll(() => {
      const home = dirname(require.resolve('@sigstore/tuf/package.json'));
      const [seed]: any[] = Object.values(
        JSON.parse(readFileSync(join(home, 'seeds.json'), 'utf8')),
      );
      root = readTrustedRoot(
        Buffer.from(seed.targets['trusted_root.json'], 'base64'),
      );
    });

    it('has the nine that the tests are about', () => {
      expect(names).toHaveLength(9);
    });

    it.each(names)('%s is verified', name => {
      const bytes = readFileSync(join(folder, name));
      const found = verifySigned(bytes, { root, keys: [] });
      expect(found.checks.filter(({ state }) => state === 'failed')).toEqual(
        [],
      );
      expect(found.signer).toMatchObject({
        type: 'certificate',
        issuer: expect.stringMatching(/^https:\/\//),
      });
      const stripped = changed(bytes, json => {
        json.verificationMaterial.tlogEntries = [];
      });
      // Its only trusted time is the log's
      expect(failureOf(verifySigned(stripped, { root, keys: [] }))).toBe(
        'time',
      );
    });
  },
);
