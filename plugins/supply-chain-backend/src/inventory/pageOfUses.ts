import {
  Component,
  WhereUsedPage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { compact } from '../database/operations/releases/columns';
import { pageOf } from '../service/pageOf';
import { Use } from './operations/listUses';
import { PageRequest } from './types';

const relations: Component['relation'][] = ['unknown', 'direct', 'transitive'];

export function pageOfUses(
  uses: readonly Use[],
  request: PageRequest,
): WhereUsedPage {
  const page = pageOf({
    name: 'where-used',
    items: uses,
    valueOf: use => use.entityRef,
    keyOf: use => JSON.stringify([use.stream, use.component.key]),
    ...request,
  });
  return {
    ...page,
    items: page.items.map(use =>
      compact({
        entityRef: use.entityRef,
        version: use.version,
        stream: use.stream,
        component: compact({
          ...use.component,
          purl: use.component.key.startsWith('pkg:')
            ? use.component.key
            : undefined,
          relation: relations[use.flags] ?? 'unknown',
          streams: [use.stream],
        }),
      }),
    ),
  };
}
