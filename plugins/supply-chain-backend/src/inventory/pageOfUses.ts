import {
  Component,
  WhereUsedPage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { compact } from '../database/operations/releases/columns';
import { encodeCursor } from '../service/cursor';
import { Place } from './operations/findPlaces';
import { Use } from './operations/listUses';

const relations: Component['relation'][] = ['unknown', 'direct', 'transitive'];

type Position = [entityRef: string, stream: string, line: string, key: string];

/** The uses after a position, in order of entity, stream and component. */
export function pageOfUses(options: {
  /** By id. */
  components: ReadonlyMap<number, Use['component']>;
  /** Of the entities that come next. */
  places: readonly Place[];
  /** Names the list, for the cursor. */
  order: string;
  after: Position | undefined;
  limit: number;
  totalItems: number;
  /** Whether entities follow that `places` knows nothing of. */
  others: boolean;
}): WhereUsedPage {
  const { components, after, limit } = options;
  const rest = options.places
    .flatMap(place => {
      const component = components.get(place.componentId);
      return component ? [{ ...place, component }] : [];
    })
    .map(use => ({ use, position: positionOf(use) }))
    .filter(({ position }) => !after || compare(position, after) > 0)
    .sort((a, b) => compare(a.position, b.position));
  const page = rest.slice(0, limit);
  const last = page[page.length - 1];
  const more = options.others || rest.length > limit;
  return compact({
    items: page.map(({ use }) => toItem(use)),
    totalItems: options.totalItems,
    nextCursor:
      more && last ? encodeCursor(options.order, last.position) : undefined,
  });
}

type PlacedUse = Place & Pick<Use, 'component'>;

function positionOf(use: PlacedUse): Position {
  return [use.entityRef, use.stream, use.line, use.component.key];
}

function compare(a: Position, b: Position): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at < 0) return 0;
  return a[at] < b[at] ? -1 : 1;
}

function toItem({ entityRef, version, stream, component, flags }: PlacedUse) {
  const { key, name, type } = component;
  return compact({
    entityRef,
    version,
    stream,
    component: compact({
      key,
      name,
      version: component.version || undefined,
      type,
      purl: key.startsWith('pkg:') ? key : undefined,
      relation: relations[flags] ?? 'unknown',
      streams: [stream],
    }),
  });
}
