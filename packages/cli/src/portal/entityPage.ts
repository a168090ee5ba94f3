import { parseEntityRef } from '@backstage/catalog-model';

/** The path of an entity's tab, at a release where one is given. */
export function entityPage(entityRef: string, releaseId?: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  const query =
    releaseId === undefined ? '' : `?release=${encodeURIComponent(releaseId)}`;
  return `/catalog/${path}/supply-chain${query}`;
}
