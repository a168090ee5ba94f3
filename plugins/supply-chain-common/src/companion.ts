/**
 * On the entity that an entity's evidence is published as: the ref of the entity
 * that the evidence is of.
 *
 * @public
 */
export const EVIDENCE_OF_ANNOTATION = 'supply-chain.hotpass.io/evidence-of';

/** `spec.type` of the same entity, a `Resource`. @public */
export const EVIDENCE_COMPANION_TYPE = 'supply-chain-evidence';

/** What the names of these entities begin with. @public */
export const EVIDENCE_COMPANION_PREFIX = 'evidence-';
