import { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import {
  EVIDENCE_COMPANION_PREFIX,
  EVIDENCE_COMPANION_TYPE,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** Whether an entity may be a companion; what was published tells whether it is. */
export function isCompanionName(ref: { kind: string; name: string }): boolean {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  return (
    lower(ref.kind) === 'resource' &&
    lower(ref.name).startsWith(EVIDENCE_COMPANION_PREFIX)
  );
}

/** As publishers want it: they take a site's address from it, and nothing else. */
export function toCompanion({ namespace, name }: CompoundEntityRef): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { namespace, name },
    spec: { type: EVIDENCE_COMPANION_TYPE },
  };
}
