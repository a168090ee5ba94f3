import { createHash } from 'node:crypto';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { EVIDENCE_COMPANION_PREFIX } from '@hotpass/backstage-plugin-supply-chain-common';

// The catalog's limit for names
const LONGEST = 63;
const HASH = 8;

/**
 * The ref of the entity that an entity's evidence is published as. Names that would
 * reach the catalog's limit are cut and end in a hash of the ref: every cut name has
 * 63 characters and every other has fewer, so nobody can choose a name whose
 * companion is another's.
 *
 * @public
 */
export function companionRefOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(
    entityRef.toLocaleLowerCase('en-US'),
  );
  const whole = `${EVIDENCE_COMPANION_PREFIX}${kind}-${name}`;
  if (whole.length < LONGEST) {
    return stringifyEntityRef({ kind: 'resource', namespace, name: whole });
  }
  const hash = createHash('sha256')
    .update(stringifyEntityRef({ kind, namespace, name }))
    .digest('hex')
    .slice(0, HASH);
  return stringifyEntityRef({
    kind: 'resource',
    namespace,
    name: `${whole.slice(0, LONGEST - HASH - 1)}-${hash}`,
  });
}
