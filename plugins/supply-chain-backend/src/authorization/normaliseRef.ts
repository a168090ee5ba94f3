import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** The one spelling of an entity ref; `InputError` for what is none. */
export function normaliseRef(entityRef: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(entityRef));
  } catch {
    throw new InputError(
      `'${entityRef}' is no entity ref; write kind:namespace/name`,
    );
  }
}
