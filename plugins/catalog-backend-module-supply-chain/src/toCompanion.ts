import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  EVIDENCE_COMPANION_TYPE,
  EVIDENCE_OF_ANNOTATION,
  MirrorCompanion,
} from '@hotpass/backstage-plugin-supply-chain-common';

// A companion of nobody is still one that only its owner may see
const NOBODY = 'group:default/unknown';

/**
 * The entity whose docs the evidence is. It carries the owner and system of what it
 * is of, so that policies which go by these give both the same answer.
 */
export function toCompanion(
  companion: MirrorCompanion,
  options: { portalUrl: string; location: string },
): Entity {
  const { entityRef, companionRef, title, owner, system } = companion;
  const { namespace, name } = parseEntityRef(companionRef);
  const of = parseEntityRef(entityRef);
  const path = [of.namespace, of.kind, of.name]
    .map(encodeURIComponent)
    .join('/');
  const portal = options.portalUrl.replace(/\/+$/, '');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace,
      name,
      title: `Evidence of ${title ?? of.name}`,
      description: `Supply-chain evidence of ${entityRef}`,
      annotations: {
        [ANNOTATION_LOCATION]: options.location,
        [ANNOTATION_ORIGIN_LOCATION]: options.location,
        // TechDocs shows it as the source of the docs
        'backstage.io/techdocs-ref': `url:${portal}/catalog/${path}/supply-chain`,
        [EVIDENCE_OF_ANNOTATION]: entityRef,
      },
    },
    spec: {
      type: EVIDENCE_COMPANION_TYPE,
      owner: owner ?? NOBODY,
      ...(system !== undefined && { system }),
      dependencyOf: [entityRef],
    },
  };
}
