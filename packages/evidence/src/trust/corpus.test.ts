import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  bytesOf,
  withOtherSubject,
  withoutLog,
  withoutTime,
  withPayload,
} from '../__testUtils__/negatives';
import { corpus, describeWith, vectors } from '../__testUtils__/sharedFolder';
import { policyOf } from '../__testUtils__/trustPolicies';
import { assessSigned } from './assessSigned';
import { SignedAssessment } from './SignedAssessment';
import { TrustLine } from './TrustPolicy';

/*
 * Every bundle that others made, and what may be wrong with each. Those of the corpus
 * were made for the identity of a workflow, without the claims that tell its source.
 */

const MINUTE = 60_000;
const moved = (time: string, minutes: number) =>
  new Date(Date.parse(time) + minutes * MINUTE).toISOString();

interface Signed {
  name: string;
  bytes: Buffer;
  root: any;
}

const corpusFolder = corpus('attest');
const vectorsFolder = vectors('sigstore');

function ofCorpus(): Signed[] {
  const root = JSON.parse(
    readFileSync(join(corpusFolder, 'trusted_root.json'), 'utf8'),
  );
  return readdirSync(corpusFolder)
    .filter(name => name.endsWith('.sigstore.json'))
    .map(name => ({
      name,
      bytes: readFileSync(join(corpusFolder, name)),
      root,
    }));
}

function ofVectors(): Signed[] {
  const home = dirname(require.resolve('@sigstore/tuf/package.json'));
  const [seed]: any[] = Object.values(
    JSON.parse(readFileSync(join(home, 'seeds.json'), 'utf8')),
  );
  const root = JSON.parse(
    Buffer.from(seed.targets['trusted_root.json'], 'base64').toString(),
  );
  return readdirSync(vectorsFolder)
    .filter(name => name.endsWith('.sigstore'))
    .map(name => ({
      name,
      bytes: readFileSync(join(vectorsFolder, name)),
      root,
    }));
}

/** The lines that its signer fits, but for the source, which is told by claims. */
function linesFor({ signer, content }: SignedAssessment): TrustLine {
  if (signer?.type !== 'certificate' || content?.type !== 'statement') {
    throw new Error('It is no statement signed with a certificate');
  }
  return {
    id: 'theirs',
    signer: {
      type: 'certificate',
      root: 'private',
      issuer: signer.issuer,
      identity: signer.identity,
      source: {
        repositoryId: signer.claims.sourceRepositoryIdentifier ?? '1',
        refs: ['refs/*'],
        triggers: [signer.claims.buildTrigger ?? 'push'],
      },
    },
    require: { log: 1, sct: 1, time: 1 },
    predicateTypes: [content.predicateType],
    entities: ['*'],
  };
}

function assessAllOf(documents: () => Signed[]): void {
  for (const { name, bytes, root } of documents()) {
    // eslint-disable-next-line jest/valid-title
    describe(name, () => {
      const bundle = JSON.parse(bytes.toString());
      const assess = (document: unknown, ...lines: TrustLine[]) =>
        assessSigned(bytesOf(document), policyOf(root, lines));
      let found: SignedAssessment;
      let line: TrustLine;
      /** What an earlier certificate tells, and what is then unmet. */
      let whole: string;

      beforeAll(() => {
        found = assess(bundle);
        line = linesFor(found);
        const tellsSource =
          found.signer?.type === 'certificate' &&
          found.signer.claims.buildTrigger !== undefined;
        whole = tellsSource ? 'met' : 'source';
      });
      const partOf = (document: unknown, more: Partial<TrustLine> = {}) => {
        const [fit] = assess(document, { ...line, ...more }).lines;
        return fit.state === 'met' ? 'met' : fit.part;
      };

      it('is verified, and fits the line of its signer', () => {
        expect(found.state).toBe('verified');
        expect(found.times.length).toBeGreaterThan(0);
        expect(partOf(bundle)).toBe(whole);
      });

      it('fails when stripped or swapped, and tells who claims to have signed', () => {
        const wrong = [
          withoutLog(bundle),
          withOtherSubject(bundle),
          withPayload(bundle, text => `${text} `),
        ];
        for (const document of wrong) {
          const failed = assess(document, line);
          expect(failed).toMatchObject({
            state: 'failed',
            claimed: found.signer,
            times: [],
            lines: [{ state: 'unmet', part: 'material' }],
          });
          expect(failed.content).toBeUndefined();
        }
        // v0.1 is no bundle at all without a promise of its log
        const untimed = assess(withoutTime(bundle), line);
        const unreadable = bundle.mediaType.endsWith('version=0.1');
        expect(untimed).toMatchObject({ state: 'failed', times: [] });
        expect(untimed.claimed).toEqual(unreadable ? undefined : found.signer);
        expect(
          untimed.checks.find(({ state }) => state === 'failed')?.check,
        ).toBe(unreadable ? 'format' : 'time');
      });

      it('does not fit another signer, source or predicate', () => {
        const { signer } = line;
        const other = (more: object) =>
          partOf(bundle, { signer: { ...signer, ...more } as any });
        expect(other({ identity: 'https://github.com/acme/other' })).toBe(
          'signer',
        );
        expect(other({ issuer: 'https://issuer.example.test' })).toBe('signer');
        const source = { refs: ['*'], triggers: ['push'] };
        expect(other({ source: { ...source, repositoryId: '0' } })).toBe(
          'source',
        );
        expect(partOf(bundle, { predicateTypes: ['x'] })).toBe(
          whole === 'met' ? 'content' : 'source',
        );
      });

      it('follows periods and revocations', () => {
        const [time] = found.times;
        const ifMet = (part: string) => (whole === 'met' ? part : whole);
        const since = (minutes: number) => ({
          revoked: {
            reason: 'compromised' as const,
            since: moved(time, minutes),
          },
        });
        expect(partOf(bundle, { until: moved(time, -1) })).toBe(
          ifMet('period'),
        );
        expect(partOf(bundle, { from: moved(time, 1) })).toBe(ifMet('period'));
        expect(partOf(bundle, since(-1))).toBe(ifMet('revoked'));
        expect(partOf(bundle, since(1))).toBe(ifMet('met'));
      });

      it('is unchecked under a root that does not know its authority', () => {
        const stranger = { ...root, certificateAuthorities: [] };
        const unknown = assessSigned(bytes, policyOf(stranger, [line]));
        expect(unknown).toMatchObject({
          state: 'unchecked',
          lines: [{ state: 'unmet', part: 'signer' }],
        });
      });
    });
  }
}

describeWith(corpusFolder, 'attestations of a private Sigstore', () =>
  assessAllOf(ofCorpus),
);
describeWith(vectorsFolder, 'bundles of the public-good Sigstore', () =>
  assessAllOf(ofVectors),
);
