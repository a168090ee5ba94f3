import { ResponseError } from '@backstage/errors';
import type { CallOptions } from '@hotpass/backstage-plugin-supply-chain-common';
import { Portal } from './connect';

/** As much of an entity as was asked for. */
export interface CatalogEntity {
  kind: string;
  metadata: {
    namespace?: string;
    name: string;
    annotations?: Record<string, string>;
  };
  spec?: { type?: unknown };
}

export interface CatalogPage {
  items: CatalogEntity[];
  nextCursor?: string;
}

const PAGE = 500;

/** A page of the entities that match a filter, by name, which the catalog shows to this token. */
export async function queryCatalog(
  portal: Portal,
  query: { filter: string[]; fields: string[]; cursor?: string },
  { token, signal }: CallOptions,
): Promise<CatalogPage> {
  const { filter, fields, cursor } = query;
  const parameters = new URLSearchParams(
    cursor ? { cursor } : { orderField: 'metadata.name,asc' },
  );
  if (!cursor) for (const one of filter) parameters.append('filter', one);
  parameters.set('limit', String(PAGE));
  parameters.set('fields', fields.join(','));
  const response = await portal.fetch(
    `${portal.address}/api/catalog/entities/by-query?${parameters}`,
    { headers: { Authorization: `Bearer ${token}` }, signal },
  );
  if (!response.ok) throw await ResponseError.fromResponse(response);
  const page = (await response.json()) as {
    items: CatalogEntity[];
    pageInfo?: { nextCursor?: string };
  };
  return { items: page.items, nextCursor: page.pageInfo?.nextCursor };
}
