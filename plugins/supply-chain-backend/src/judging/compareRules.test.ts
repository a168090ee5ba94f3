import {
  RuleHit,
  RuleResult as JudgedRule,
} from '@hotpass/supply-chain-evidence';
import { compareRules } from './compareRules';

const rule = (
  status: JudgedRule['status'],
  hits: Partial<RuleHit>[],
): JudgedRule => ({
  code: 'LIC-001',
  title: 'Licence is denied',
  description: '',
  severity: 'high',
  collections: ['release'],
  controls: [],
  needs: ['sbom'],
  level: 'deny',
  waivable: true,
  source: 'policy/licences.rego',
  status,
  hits: hits.map(hit => ({ message: 'm', solution: 's', ...hit })),
  hitCount: hits.length,
  willFail: false,
});

const newHits = (now: JudgedRule, before?: JudgedRule) => {
  const base = before && compareRules([before], undefined);
  const [result] = compareRules([now], base);
  return { rule: result.isNew, hits: result.hits.map(hit => hit.isNew) };
};

describe('compareRules', () => {
  const foo = { component: 'pkg:npm/foo@1.0.0' };
  const fooLater = { component: 'pkg:npm/foo@1.1.0' };
  const bar = { component: 'pkg:npm/%40acme/bar@2.0.0' };

  it('finds nothing new without a base', () => {
    expect(newHits(rule('violation', [foo]))).toEqual({
      rule: false,
      hits: [false],
    });
  });

  it('knows the same component at another version', () => {
    expect(
      newHits(rule('violation', [fooLater, bar]), rule('violation', [foo])),
    ).toEqual({ rule: true, hits: [false, true] });
  });

  it('does not call a warning new that was there before', () => {
    expect(newHits(rule('warning', [{}]), rule('warning', [{}]))).toEqual({
      rule: false,
      hits: [false],
    });
  });

  it('calls a rule new that only warned before, and its places not', () => {
    expect(newHits(rule('violation', [foo]), rule('warning', [foo]))).toEqual({
      rule: true,
      hits: [false],
    });
  });

  it('calls everything new that passed before', () => {
    expect(newHits(rule('violation', [foo]), rule('passed', []))).toEqual({
      rule: true,
      hits: [true],
    });
  });
});
