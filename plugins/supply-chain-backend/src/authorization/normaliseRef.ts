import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

const { isValidObjectName, isValidNamespace } = KubernetesValidatorFunctions;

/** Does not repeat what was said: a refusal without a ref is shown to everyone. */
export const NO_REF = 'The entity is no entity ref; write kind:namespace/name.';

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

/**
 * The one spelling of a ref that may be kept and shown: nothing for a text that is no
 * ref, or that no entity could have. Who may see what is decided by the ref, so a
 * spelling that passes for nobody's must not name somebody's.
 */
export function knownSpelling(
  entityRef: string | null | undefined,
): string | undefined {
  if (!entityRef) return undefined;
  try {
    const parts = parseEntityRef(normaliseRef(entityRef));
    return isValidObjectName(parts.kind) &&
      isValidNamespace(parts.namespace) &&
      isValidObjectName(parts.name)
      ? stringifyEntityRef(parts)
      : undefined;
  } catch {
    return undefined;
  }
}
