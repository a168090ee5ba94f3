import { Component } from '@hotpass/backstage-plugin-supply-chain-common';
import { DocumentFragment } from '@hotpass/supply-chain-evidence';
import { compact } from '../database/operations/releases/columns';

/** A component with the package that pairs its versions. */
export interface ListedComponent {
  packageKey: string;
  component: Component;
}

/**
 * The union of the documents by component key: one row, with every stream that
 * has it. `direct` in one of them is direct; what one states the other need not.
 */
export function componentsOf(
  documents: readonly { stream: string; fragment: DocumentFragment }[],
): ListedComponent[] {
  const byKey = new Map<string, ListedComponent>();
  for (const { stream, fragment } of documents) {
    const columns = fragment.components;
    for (const [at, key] of (columns?.key ?? []).entries()) {
      const stated = componentAt(fragment, at, stream);
      const known = byKey.get(key);
      if (known) merge(known.component, stated);
      else {
        byKey.set(key, {
          packageKey: columns?.packageKey[at] as string,
          component: stated,
        });
      }
    }
  }
  return [...byKey.values()];
}

function componentAt(
  fragment: DocumentFragment,
  at: number,
  stream: string,
): Component {
  const columns = fragment.components as NonNullable<
    DocumentFragment['components']
  >;
  return compact({
    key: columns.key[at],
    name: columns.name[at],
    version: columns.version[at] || undefined,
    purl: columns.purl[at] || undefined,
    type: columns.type[at] || undefined,
    licence: fragment.licences[columns.licence[at]],
    relation: relationOf(columns.direct[at]),
    streams: [stream],
  });
}

function merge(known: Component, stated: Component) {
  if (!known.streams.includes(stated.streams[0])) {
    known.streams.push(stated.streams[0]);
  }
  known.licence ??= stated.licence;
  if (known.licence === undefined) delete known.licence;
  const order: Component['relation'][] = ['direct', 'transitive', 'unknown'];
  if (order.indexOf(stated.relation) < order.indexOf(known.relation)) {
    known.relation = stated.relation;
  }
}

function relationOf(direct: number): Component['relation'] {
  if (direct === 1) return 'direct';
  return direct === 0 ? 'transitive' : 'unknown';
}
