import {
  Finding,
  FindingPage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { pageOf } from '../service/pageOf';
import { severities } from './operations/listFindings';
import { FindingQuery } from './types';

/** Filters, sorts and cuts; worst first unless asked otherwise. */
export function pageOfFindings(
  findings: readonly Finding[],
  query: FindingQuery,
): FindingPage {
  const sort = query.sort ?? 'severity';
  const part = query.query?.toLocaleLowerCase('en-US');
  return pageOf({
    name: `findings/${sort}`,
    items: findings.filter(
      finding =>
        (!part || matches(finding, part)) &&
        (!query.severity || finding.severity === query.severity) &&
        (!query.status || finding.status === query.status),
    ),
    valueOf: finding => sortValue(finding, sort),
    keyOf: finding => finding.id,
    descending: query.order === 'desc',
    cursor: query.cursor,
    limit: query.limit,
  });
}

function matches(finding: Finding, part: string): boolean {
  return [
    finding.vulnerability,
    finding.component.name,
    finding.component.key,
    ...finding.aliases,
  ].some(text => text.toLocaleLowerCase('en-US').includes(part));
}

function sortValue(
  finding: Finding,
  sort: NonNullable<FindingQuery['sort']>,
): string | number {
  switch (sort) {
    case 'component':
      return finding.component.name.toLocaleLowerCase('en-US');
    case 'vulnerability':
      return finding.vulnerability;
    case 'firstSeenAt':
      return finding.firstSeenAt;
    default:
      return severities.indexOf(finding.severity);
  }
}
