import { RuleResult } from '@hotpass/backstage-plugin-supply-chain-common';
import { fixesOf } from './fixFirst';

const rule = (
  code: string,
  status: RuleResult['status'],
  severity: RuleResult['severity'],
  isNew = false,
) =>
  ({
    code,
    status,
    severity,
    isNew,
    title: `Title ${code}`,
    description: '',
    hits: [{ message: `Message ${code}`, solution: `Solution ${code}` }],
  } as unknown as RuleResult);

const rules = [
  rule('A-1', 'warning', 'low'),
  rule('B-1', 'violation', 'high'),
  rule('C-1', 'violation', 'critical'),
  rule('D-1', 'violation', 'high', true),
  rule('E-1', 'passed', 'critical'),
];
const codesOf = (...args: Parameters<typeof fixesOf>) =>
  fixesOf(...args).map(({ code }) => code);

describe('fixesOf', () => {
  it('puts the worst violations first, of equals the new ones', () => {
    expect(codesOf(rules, 'failed')).toEqual(['C-1', 'D-1', 'B-1']);
  });

  it('has nothing to fix for a yes, and for an incomplete verdict its warnings', () => {
    const mild = rules.filter(({ status }) => status !== 'violation');
    expect(codesOf(mild, 'passed')).toEqual([]);
    expect(codesOf(mild, 'incomplete')).toEqual(['A-1']);
  });
});
