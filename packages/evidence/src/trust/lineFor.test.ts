import {
  aLine,
  aProvenance,
  assessed,
  aTrustPolicy,
  CI,
  relateOptions,
  SHOP,
  aBuilt,
  unmetBy,
} from '../__testUtils__/trusted';
import { lineFor } from './lineFor';
import { PROVENANCE_V1 } from '../formats/intoto';
import { RelateOptions } from './ReleaseTrust';
import { SignedAssessment } from './SignedAssessment';
import { TrustLine } from './TrustPolicy';

const fragment = aProvenance([aBuilt('shop.tgz')]);
const SIGNED = '2026-11-23T11:00:00Z';
const RECEIVED = new Date('2026-11-23T12:00:00Z');

function relied(
  lines: TrustLine[],
  as: Partial<SignedAssessment> & { meets?: string[] } = {},
  subject: Partial<RelateOptions['subject']> = {},
  asserts = [PROVENANCE_V1],
  now = RECEIVED,
) {
  const policy = aTrustPolicy(lines);
  const options = relateOptions(policy, []);
  return lineFor(
    { policy, now, subject: { ...options.subject, ...subject } },
    {
      assessment: assessed(policy, fragment, {
        meets: lines.map(({ id }) => id),
        ...as,
      }),
      asserts,
      receivedAt: RECEIVED,
    },
  );
}

const revokedLine = (reason: 'retired' | 'compromised', since: string) =>
  aLine({ revoked: { reason, since } });

describe('lineFor', () => {
  it('takes the first line that fits and covers what is said of whom', () => {
    const lines = [
      aLine({ id: 'other-entity', entities: ['component:default/till'] }),
      aLine({
        id: 'other-kind',
        predicateTypes: ['https://cyclonedx.org/bom'],
      }),
      aLine({ id: 'other-origin', origins: ['url:https://example.test/*'] }),
      aLine({ id: 'not-met' }),
      aLine({ id: 'first', entities: ['component:*/SHOP'] }),
      aLine({ id: 'second' }),
    ];
    const meets = lines.map(({ id }) => id).filter(id => id !== 'not-met');
    expect(relied(lines, { meets })).toMatchObject({
      trust: { state: 'trusted', line: 'first' },
      line: { id: 'first' },
    });
    // Every thing that is said must be covered
    expect(relied([lines[4]], {}, {}, ['file', PROVENANCE_V1]).line?.id).toBe(
      'first',
    );
    const narrow = aLine({ predicateTypes: [PROVENANCE_V1] });
    expect(
      relied([narrow], {}, {}, ['file', PROVENANCE_V1]).line,
    ).toBeUndefined();
    expect(relied([narrow], {}, {}, []).line).toBeUndefined();
  });

  it('needs an origin where the line asks for one', () => {
    const line = aLine({ origins: ['url:https://github.com/acme/*'] });
    expect(relied([line]).line).toBeDefined();
    expect(relied([line], {}, { origin: undefined }).line).toBeUndefined();
  });

  it.each<[string, Partial<SignedAssessment>, RegExp]>([
    ['who the signer is', { lines: [] }, /^No trust line lets .*release\.yml/],
    [
      'what of the line is not met',
      { lines: [unmetBy('ci', 'material')] },
      /^Trust line 'ci': The material is another\. Mend the material\.$/,
    ],
    ['that it was not checked', { state: 'unchecked' }, /^No signature was/],
  ])('says, when nobody is trusted, %s', (_, as, reason) => {
    expect(relied([aLine()], as)).toEqual({
      trust: { state: 'none', reason: expect.stringMatching(reason) },
    });
  });

  it('says that a line is for others', () => {
    const { trust } = relied([aLine({ entities: ['component:acme/*'] })]);
    expect(trust.reason).toMatch(
      /^Trust line 'ci' names .*, but not for https:\/\/slsa.* about component:default\/shop\.$/,
    );
  });

  it('trusts nothing while trust is held', () => {
    const held = 'its source location changed';
    expect(relied([aLine()], {}, { held })).toEqual({
      trust: { state: 'none', reason: expect.stringContaining(held) },
    });
  });

  describe('of a signature that does not hold', () => {
    const failed = (
      lines: SignedAssessment['lines'],
      line: Partial<TrustLine> = {},
      subject: Partial<RelateOptions['subject']> = {},
    ) =>
      relied(
        [aLine(line)],
        {
          state: 'failed',
          claimed: CI,
          signer: undefined,
          content: undefined,
          lines,
        },
        subject,
      );

    it('is the matter of the line that covers whom it claims', () => {
      const found = failed([unmetBy('ci', 'material')]);
      expect(found.trust).toMatchObject({ state: 'trusted', line: 'ci' });
      // Nothing may rely on it
      expect(found.line).toBeUndefined();
      const held = failed([unmetBy('ci', 'material')], {}, { held: 'moved' });
      expect(held.trust.state).toBe('trusted');
    });

    it('blocks nobody in any other name', () => {
      const states = [
        failed([unmetBy('ci', 'signer')]),
        failed([unmetBy('ci', 'source')]),
        failed([unmetBy('ci', 'material')], { entities: ['component:a/b'] }),
        failed([unmetBy('ci', 'material')], { predicateTypes: ['file'] }),
        failed([]),
      ].map(({ trust }) => trust.state);
      expect(new Set(states)).toEqual(new Set(['none']));
    });
  });

  describe.each(['retired', 'compromised'] as const)('%s', reason => {
    const after = '2026-11-23T11:30:00Z';
    const before = '2026-11-23T10:00:00Z';
    const times = (...list: string[]) => ({ times: list });

    it('holds for what a trusted time or our receipt proves', () => {
      expect(relied([revokedLine(reason, after)]).trust.state).toBe('trusted');
      const receipt = relied(
        [revokedLine(reason, '2026-11-23T12:00:01Z')],
        times(),
      );
      expect(receipt.trust.state).toBe('trusted');
    });

    it.each([
      ['later trusted times', [SIGNED]],
      ['no trusted time', []],
      ['a time that is none', ['yesterday']],
    ])('does not with %s', (_, list) => {
      expect(relied([revokedLine(reason, before)], times(...list))).toEqual({
        trust: {
          state: 'none',
          line: 'ci',
          revoked: reason,
          reason: expect.stringContaining(`${reason} since ${before}`),
        },
      });
    });

    it('is judged by our receipt where assessing could not', () => {
      const lines = [unmetBy('ci', 'revoked')];
      const since = '2026-11-23T12:00:01Z';
      const line = revokedLine(reason, since);
      expect(relied([line], { times: [], lines }).trust.state).toBe('trusted');
    });

    it('does not reach what its line does not cover', () => {
      const line = { ...revokedLine(reason, before), entities: ['api:*'] };
      expect(relied([line]).trust.revoked).toBeUndefined();
    });
  });

  it('believes a compromised signer by no other line either, a retired one by the next', () => {
    const since = '2026-11-23T10:00:00Z';
    const other = aLine({ id: 'next' });
    expect(relied([revokedLine('retired', since), other]).line?.id).toBe(
      'next',
    );
    expect(
      relied([other, revokedLine('compromised', since)]).trust,
    ).toMatchObject({
      state: 'none',
      revoked: 'compromised',
      line: 'ci',
    });
  });

  it('reads the dates of a line by our receipt where no trusted time tells', () => {
    const state = (line: Partial<TrustLine>, times: string[] = []) =>
      relied([aLine(line)], { times }).trust.state;
    expect(state({ from: '2026-11-23T12:00:00Z' })).toBe('trusted');
    expect(state({ from: '2026-11-23T12:00:01Z' })).toBe('none');
    expect(state({ until: '2026-11-23T12:00:01Z' })).toBe('trusted');
    expect(state({ until: '2026-11-23T12:00:00Z' })).toBe('none');
    // Assessing has compared trusted times
    expect(state({ until: '2026-11-23T12:00:00Z' }, [SIGNED])).toBe('trusted');
  });

  describe('of several envelopes', () => {
    const parts = (...times: string[][]) =>
      times.map(list =>
        assessed(aTrustPolicy([aLine()]), fragment, { times: list }),
      );
    const before = '2026-11-23T10:00:00Z';
    const since = '2026-11-23T10:30:00Z';

    it.each(['retired', 'compromised'] as const)(
      'lets none be proven by the time of another: %s',
      reason => {
        const found = (...times: string[][]) =>
          relied([revokedLine(reason, since)], {
            times: times[0],
            parts: parts(...times),
            lines: [unmetBy('ci', 'revoked')],
          });
        expect(found([before], [before]).trust.state).toBe('trusted');
        for (const other of [[SIGNED], []]) {
          const { trust, line } = found([before], other);
          expect(trust).toMatchObject({ state: 'none', revoked: reason });
          expect(line).toBeUndefined();
        }
      },
    );

    it('asks the receipt of each that has no trusted time', () => {
      const found = (until: string) =>
        relied([aLine({ until })], {
          times: [SIGNED],
          parts: parts([SIGNED], []),
        }).line;
      expect(found('2026-11-23T12:00:01Z')).toBeDefined();
      expect(found('2026-11-23T12:00:00Z')).toBeUndefined();
    });
  });

  describe('of trusted times that are still to come', () => {
    const soon = '2026-11-23T12:05:00Z';
    const later = '2026-11-23T12:05:01Z';
    const told = (times: string[], line: Partial<TrustLine> = {}) =>
      relied([aLine(line)], { times });

    it('believes none, but for what clocks may differ', () => {
      expect(told([soon]).line).toBeDefined();
      for (const times of [[later], [SIGNED, later]]) {
        expect(told(times)).toEqual({
          trust: {
            state: 'none',
            reason: expect.stringMatching(
              /^Its trusted time 2026-11-23T12:05:01Z is still to come: here it is 2026-11-23T12:00:00\.000Z\. Compare the clocks/,
            ),
          },
        });
      }
      const parts = [SIGNED, later].map(time =>
        assessed(aTrustPolicy([aLine()]), fragment, { times: [time] }),
      );
      expect(relied([aLine()], { parts }).line).toBeUndefined();
    });

    it('believes them once they have come', () => {
      const now = new Date('2026-11-23T12:00:01Z');
      const found = relied([aLine()], { times: [later] }, {}, undefined, now);
      expect(found.line?.id).toBe('ci');
    });

    it('still denies a compromised signer', () => {
      const revoked = { reason: 'compromised', since: SIGNED } as const;
      expect(told([later], { revoked }).trust.revoked).toBe('compromised');
    });
  });

  it('names the entity that it is about', () => {
    expect(relied([aLine()]).trust.reason).toContain(SHOP);
  });
});
