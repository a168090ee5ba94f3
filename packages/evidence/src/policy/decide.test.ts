import { canonicalJson } from '../facts/canonicalJson';
import {
  aFragment,
  anSbomRelease,
  aRelease,
  NOW,
  placed,
} from '../__testUtils__/releases';
import {
  corpusBom,
  describeWithCorpus,
  readBom,
} from '../__testUtils__/realBoms';
import { Answers, decide } from './decide';
import { loadPolicy } from './loadPolicy';
import { RuleDescription } from './types';

const RULE: RuleDescription = {
  code: 'T-1',
  title: 'A rule',
  description: 'For tests.',
  severity: 'high',
  collections: ['release'],
  controls: [],
  needs: [],
  level: 'deny',
  waivable: true,
  source: 'test',
};
const HIT = { message: 'It is so.', solution: 'Change it.' };
const FOUND = { 'T-1': { count: 1, hits: [HIT] } };
const NOTHING = { 'T-1': { count: 0, hits: [] } };

describe('decide', () => {
  const verdict = (
    rule: Partial<RuleDescription>,
    answers: Answers,
    facts = anSbomRelease(),
  ) => {
    const { rules, verdict: word } = decide({
      facts,
      answers,
      rules: [{ ...RULE, ...rule }],
    });
    return [word, rules[0].status, rules[0].willFail];
  };

  it('fails by what denies, from its date on', () => {
    expect(verdict({}, NOTHING)).toEqual(['passed', 'passed', false]);
    expect(verdict({}, FOUND)).toEqual(['failed', 'violation', false]);
    expect(verdict({ level: 'warn' }, FOUND)).toEqual([
      'passed',
      'warning',
      false,
    ]);
    const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
    expect(verdict({ effectiveOn: at(0) }, FOUND)).toEqual([
      'failed',
      'violation',
      false,
    ]);
    expect(verdict({ effectiveOn: at(1000) }, FOUND)).toEqual([
      'passed',
      'warning',
      true,
    ]);
    expect(verdict({ effectiveOn: at(1000) }, NOTHING)).toEqual([
      'passed',
      'passed',
      false,
    ]);
  });

  it('does not count a rule that saw nothing as passed', () => {
    // Not required, so the verdict may be a yes; the rule is listed all the same.
    expect(verdict({ needs: ['scan'] }, NOTHING)).toEqual([
      'passed',
      'not-judged',
      false,
    ]);
    const scanRequired = {
      ...anSbomRelease(),
      expected: [
        { kind: 'scan' as const, level: 'required' as const, present: true },
      ],
    };
    expect(verdict({ needs: ['scan'] }, NOTHING, scanRequired)[0]).toBe(
      'incomplete',
    );
    // A violation is a violation, whatever else is unknown.
    expect(verdict({}, FOUND, scanRequired)[0]).toBe('failed');
  });

  it('lists a rule that had nothing to compare, and lets nothing else hide behind it', () => {
    const why = 'no two sources name it';
    const silent = { 'T-1': { count: 0, hits: [], notJudged: why } };
    expect(verdict({}, silent)).toEqual(['passed', 'not-judged', false]);
    const loud = { 'T-1': { ...FOUND['T-1'], notJudged: why } };
    expect(verdict({}, loud)).toEqual(['failed', 'violation', false]);
  });

  it('is incomplete with nothing given, and with what is only kept', () => {
    expect(verdict({}, NOTHING, aRelease())[0]).toBe('incomplete');
    const unread = aFragment('sbom', 'spdx2-tag-value', {
      valid: { state: 'not-checked', defects: [], defectCount: 0 },
    });
    const facts = aRelease({
      expected: [{ kind: 'sbom', level: 'required' }],
      evidence: [placed(unread)],
    });
    const { rules, verdict: word } = decide({
      facts,
      answers: NOTHING,
      rules: [{ ...RULE, needs: ['sbom'] }],
    });
    expect(word).toBe('incomplete');
    expect(rules[0].reason).toBe(
      'the sbom is in a format that is not read yet',
    );
    // One that was read beside it does not speak for the one that was not.
    const both = { ...anSbomRelease() };
    both.evidence = [...both.evidence, ...facts.evidence];
    expect(verdict({ needs: ['sbom'] }, NOTHING, both)[0]).toBe('incomplete');
  });

  it.each<[string, unknown]>([
    ['no answers', undefined],
    ['no answer', {}],
    ['no count', { 'T-1': { hits: [] } }],
    ['no hits', { 'T-1': { count: 1 } }],
    ['more hits than counted', { 'T-1': { count: 0, hits: [HIT] } }],
  ])('takes %s for a broken policy, not for a pass', (_, answers) => {
    expect(() => verdict({}, answers as Answers)).toThrow(
      'rule T-1 gave no answer',
    );
  });

  it.each<[string, Record<string, unknown>]>([
    ["'denied_licences' must be of type list", { denied_licences: 'AGPL-3.0' }],
    ["'denied_licences'[0] must be of type string", { denied_licences: [7] }],
    ["'denied_licenses' is not known", { denied_licenses: ['MIT'] }],
    [
      "'thresholds'.scan_days must be of type number",
      { thresholds: { scan_days: '7' } },
    ],
    ["'thresholds'.scan_dais is not known", { thresholds: { scan_dais: 7 } }],
  ])('gives no verdict when %s', async (says, data) => {
    const policy = await loadPolicy();
    expect(
      policy.judge(canonicalJson(anSbomRelease()), {
        collection: 'release',
        data,
      }),
    ).toMatchObject({
      verdict: 'error',
      error: { code: 'engine', message: expect.stringContaining(says) },
    });
  });

  it('keeps the thresholds that an operator does not name', async () => {
    const policy = await loadPolicy();
    const old = aFragment('scan', 'grype', {
      scan: {
        tool: 'grype',
        createdAt: NOW.getTime() / 1000 - 3 * 86_400,
        databaseBuiltAt: NOW.getTime() / 1000 - 20 * 86_400,
        ignored: 0,
      },
    });
    const { rules } = policy.judge(
      canonicalJson(aRelease({ evidence: [placed(old)] })),
      { collection: 'release', data: { thresholds: { scan_days: 2 } } },
    );
    const status = (code: string) =>
      rules.find(rule => rule.code === code)!.status;
    expect([status('VUL-004'), status('VUL-005')]).toEqual([
      'warning',
      'warning',
    ]);
  });
});

describeWithCorpus('the rules and real SBOMs', () => {
  it.each([
    'backstage-app.yarn-plugin.cdx16.json',
    'backstage-app.cyclonedx-npm.cdx17.json',
    'chainloop.cdxgen.cdx15.json',
    'npm-tree.cyclonedx-npm.cdx16.json',
  ])('let %s ship, with warnings', async file => {
    const policy = await loadPolicy();
    const facts = aRelease({
      expected: [
        { kind: 'sbom', level: 'required' },
        { kind: 'provenance', level: 'wanted' },
      ],
      evidence: [placed(readBom(corpusBom(file)))],
    });
    const judgement = policy.judge(canonicalJson(facts), {
      collection: 'release',
    });
    expect(judgement.verdict).toBe('passed');
    expect(judgement.counts.warnings).toBeGreaterThan(3);
    expect(judgement.rules.find(rule => rule.code === 'PRO-001')).toMatchObject(
      {
        status: 'not-judged',
        reason: 'no provenance was given',
      },
    );
  });

  it('show at most 50 places and say how many there are', async () => {
    const policy = await loadPolicy();
    const bom = corpusBom('backstage-app.yarn-plugin.cdx16.json');
    const facts = aRelease({ evidence: [placed(readBom(bom))] });
    const { rules } = policy.judge(canonicalJson(facts), {
      collection: 'release',
      data: { denied_licences: ['mit'] },
    });
    const rule = rules.find(({ code }) => code === 'LIC-001')!;
    expect(rule.hits).toHaveLength(50);
    expect(rule.hitCount).toBeGreaterThan(1200);
    expect(rule.hitCount).toBeLessThan(bom.components.length);
  });

  it('offer no command with words that a shell would act on', async () => {
    const policy = await loadPolicy();
    const bom = corpusBom('backstage-app.yarn-plugin.cdx16.json');
    const names = ['x;id', '$(id)', '-rf', 'x%20y', "x'", 'x\nid', 'x`id`'];
    for (const name of names) {
      bom.components.push({
        'bom-ref': name,
        name,
        version: '1',
        purl: `pkg:npm/${name}@1`,
        licenses: [{ license: { id: 'AGPL-3.0-only' } }],
      });
      bom.dependencies
        ?.find(({ ref }) => ref === bom.metadata.component?.['bom-ref'])
        ?.dependsOn?.push(name);
    }
    const component = (name: string) => ({
      key: `pkg:npm/${name}@1`,
      purl: `pkg:npm/${name}@1`,
      name,
      version: '1',
    });
    const reports = [...names.map(name => [name, '2']), ['ok', '2 && id']].map(
      ([name, fix], row) => ({
        pointer: `/${row}`,
        vulnerability: `CVE-${row}`,
        aliases: [],
        severity: 'high' as const,
        component: component(name),
        fixedIn: [fix],
        knownExploited: true,
        status: 'open' as const,
      }),
    );
    const { rules } = policy.judge(
      canonicalJson(
        aRelease({
          release: {
            version: '1; id',
            channel: 'release',
            line: '',
            madeAt: NOW,
          },
          expected: [{ kind: 'scan', level: 'required' }],
          evidence: [placed(readBom(bom, reports))],
        }),
      ),
      { collection: 'release' },
    );
    for (const [code, count] of [
      ['LIC-001', names.length],
      ['VUL-001', names.length + 1],
      ['EVI-001', 1],
    ] as const) {
      const rule = rules.find(one => one.code === code)!;
      expect([code, rule.hitCount]).toEqual([code, count]);
      expect(rule.hits.map(hit => hit.command)).toEqual(
        Array(count).fill(undefined),
      );
    }
  });

  it('do not deny for findings that are not so, or fixed', async () => {
    const policy = await loadPolicy();
    const bom = corpusBom('npm-tree.cyclonedx-npm.cdx16.json');
    const status = (word: 'affected' | 'not_affected' | 'fixed') => {
      const finding = {
        pointer: '/0',
        vulnerability: 'CVE-1',
        aliases: [],
        severity: 'critical' as const,
        component: { key: 'a', name: 'a' },
        fixedIn: ['2'],
        knownExploited: true,
        status: word,
      };
      return policy
        .judge(
          canonicalJson(
            aRelease({ evidence: [placed(readBom(bom, [finding]))] }),
          ),
          { collection: 'release' },
        )
        .rules.find(rule => rule.code === 'VUL-001')!.status;
    };
    expect(status('affected')).toBe('violation');
    expect(status('not_affected')).toBe('passed');
    expect(status('fixed')).toBe('passed');
  });
});
