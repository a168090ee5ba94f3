import { parseEntityRef } from '@backstage/catalog-model';

/** Evidence hangs on components; docs of everything else have nothing to say here. */
export function isSupported(entityRef: string): boolean {
  return (
    parseEntityRef(entityRef).kind.toLocaleLowerCase('en-US') === 'component'
  );
}
