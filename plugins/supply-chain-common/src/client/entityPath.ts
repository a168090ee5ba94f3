import { parseEntityRef } from '@backstage/catalog-model';
import { path } from './request';
import { ReleaseKey } from './SupplyChainApi';

/** The routes of an entity. @internal */
export function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  return path`/entities/${kind.toLocaleLowerCase(
    'en-US',
  )}/${namespace}/${name}`;
}

/** The routes of a release. @internal */
export function releasePath(key: ReleaseKey): string {
  return `${entityPath(key.entityRef)}${path`/releases/${key.releaseId}`}`;
}
