import { parseEntityRef } from '@backstage/catalog-model';
import { SiteContext } from './types';

/**
 * The entity's tab, where documents are downloaded and every request is checked. A
 * page of TechDocs has no credentials of its own that other plugins would take.
 */
export function portalLink(
  { entityRef, portalPath }: Pick<SiteContext, 'entityRef' | 'portalPath'>,
  query: { release?: string; section?: string } = {},
): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  const search = new URLSearchParams(query as Record<string, string>);
  const text = search.toString();
  return `${portalPath}/catalog/${path}/supply-chain${text ? `?${text}` : ''}`;
}
