import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { docsRouteRef } from '../../routes';

/** A page of an entity's docs; nothing in an app without TechDocs. */
export function useDocsPath():
  | ((entityRef: string, page?: string) => string)
  | undefined {
  const route = useRouteRef(docsRouteRef);
  if (!route) return undefined;
  return (entityRef, page = '') =>
    `${route(parseEntityRef(entityRef)).replace(/\/+$/, '')}/${page}`;
}
