import {
  Component,
  ComponentPage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { pageOf } from '../service/pageOf';
import { ComponentQuery } from './types';

const MOST_LICENCES = 50;
const relations = ['direct', 'transitive', 'unknown'];

/** Filters, sorts and cuts; the licence filter's words come from the whole release. */
export function pageOfComponents(
  components: readonly Component[],
  findings: ReadonlyMap<string, number>,
  query: ComponentQuery,
): ComponentPage {
  const sort = query.sort ?? 'name';
  const part = query.query?.toLocaleLowerCase('en-US');
  const wanted = components.filter(
    component =>
      (!part || matches(component, part)) &&
      (query.licence === undefined ||
        (component.licence ?? '') === query.licence) &&
      (!query.relation || component.relation === query.relation),
  );
  const page = pageOf({
    name: `components/${sort}`,
    items: wanted,
    valueOf: component => sortValue(component, sort, findings),
    keyOf: component => component.key,
    descending: query.order === 'desc',
    cursor: query.cursor,
    limit: query.limit,
  });
  return {
    ...page,
    items: page.items.map(component => ({
      ...component,
      findings: findings.get(component.key) ?? 0,
    })),
    licences: licencesOf(components),
  };
}

function matches(component: Component, part: string): boolean {
  return (
    component.name.toLocaleLowerCase('en-US').includes(part) ||
    component.key.toLocaleLowerCase('en-US').includes(part)
  );
}

function sortValue(
  component: Component,
  sort: NonNullable<ComponentQuery['sort']>,
  findings: ReadonlyMap<string, number>,
): string | number {
  switch (sort) {
    case 'findings':
      return findings.get(component.key) ?? 0;
    case 'relation':
      return relations.indexOf(component.relation);
    case 'version':
      return component.version ?? '';
    case 'licence':
      return component.licence ?? '';
    default:
      return component.name.toLocaleLowerCase('en-US');
  }
}

function licencesOf(
  components: readonly Component[],
): { expression: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { licence } of components) {
    if (licence !== undefined) {
      counts.set(licence, (counts.get(licence) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([expression, count]) => ({ expression, count }))
    .sort((a, b) => b.count - a.count || (a.expression < b.expression ? -1 : 1))
    .slice(0, MOST_LICENCES);
}
