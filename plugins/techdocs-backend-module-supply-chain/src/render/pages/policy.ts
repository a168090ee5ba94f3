import { RuleResult } from '@hotpass/backstage-plugin-supply-chain-common';
import { code, facts, table, time } from '../elements';
import { exact, html, Html } from '../html';
import { evidencePath, linkFrom, PAGES } from '../paths';
import { Page, SiteContext } from '../types';
import { countsWords, verdictName } from '../words';

const STATUS = {
  violation: 'fails',
  warning: 'warns',
  'not-judged': 'not judged',
  passed: 'passes',
} as const;
const ORDER = ['violation', 'warning', 'not-judged', 'passed'];
const MOST_HITS = 20;

/** The decision with every rule and input. */
export function policyPage({ facts: { decision } }: SiteContext): Page {
  const path = PAGES.policy;
  if (!decision) {
    return {
      path,
      title: 'Policy',
      body: html`<p>The newest release has not been judged.</p>`,
    };
  }
  const { summary, rules, inputs } = decision;
  const sorted = [...rules].sort(
    (one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status),
  );
  return {
    path,
    title: 'Policy',
    search: `${summary.policyDigest} ${summary.id}`,
    body: html`${facts([
        ['Verdict', `${verdictName(summary.verdict)}: ${countsWords(summary)}`],
        ['Judged', time(summary.judgedAt)],
        ['Rules', exact(summary.collection)],
        [
          'Mode',
          summary.mode === 'enforce' ? 'enforced' : 'observed, not enforced',
        ],
        ['Policy', code(summary.policyDigest)],
        ['Decision', code(summary.id)],
        ['Error', summary.error?.message],
      ])}
      <h2>Rules</h2>
      ${table({
        head: ['Result', 'Rule', 'What was found'],
        rows: sorted.map(rule => [
          STATUS[rule.status],
          html`<strong>${rule.title}</strong><br />${code(rule.code)}`,
          found(rule),
        ]),
        empty: 'No rule was asked.',
      })}
      <h2>What was judged</h2>
      ${table({
        head: ['Document'],
        rows: inputs.map(input => [
          html`<a href="${linkFrom(path, evidencePath(input.digest))}"
            >${code(input.digest)}</a
          >`,
        ]),
        empty: 'No document.',
      })}`,
  };
}

function found(rule: RuleResult): Html {
  if (rule.hits.length === 0) return html`${rule.reason}`;
  const shown = rule.hits.slice(0, MOST_HITS);
  return html`<ul>
      ${shown.map(hit => html`<li>${hit.message}</li> `)}
    </ul>
    ${rule.hitCount > shown.length
      ? html`<p>and ${rule.hitCount - shown.length} more</p>`
      : undefined}`;
}
