import { readEvidence, toFragment } from '@hotpass/supply-chain-evidence';
import type {
  SignedAssessment,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';
import { aSigner, provenance } from './__testUtils__/signing';
import { testTrust } from './testTrust';

const TIME = '2026-11-23T12:05:01Z';
const policy: TrustPolicy = {
  schema: 'https://hotpass.github.io/supply-chain/trust-policy/v1',
  roots: [],
  keys: [],
  lines: [],
  adoption: [],
};

describe('testTrust', () => {
  it.each([
    ['any entity', undefined],
    ['an entity', { ref: 'component:default/app' }],
  ])(
    'names no line by a time that is still to come: %s',
    async (_, subject) => {
      const bytes = (await aSigner('ci')).sign(provenance(['app']));
      const assessment: SignedAssessment = {
        policyDigest: 'sha256:0',
        state: 'verified',
        checks: [],
        signer: { type: 'key', keyId: 'k' },
        times: [TIME],
        lines: [{ line: 'ci', state: 'met' }],
      };
      const fragment = toFragment(readEvidence(bytes));
      const now = new Date('2026-11-23T12:00:00Z');
      const told = testTrust({ policy, assessment, fragment, subject, now });
      expect(told.line).toBeUndefined();
      expect(told.lines).toEqual([
        {
          line: 'ci',
          state: 'unmet',
          part: 'period',
          reason: `Its trusted time ${TIME} is still to come: here it is ${now.toISOString()}.`,
          remedy: expect.stringMatching(/^Compare the clocks/),
        },
      ]);
      const come = { policy, assessment, fragment, now: new Date(TIME) };
      expect(testTrust(come).line).toBe('ci');
    },
  );
});
