import { Entity } from '@backstage/catalog-model';

/**
 * Whether an entity's page should show the tab and the card: components do,
 * for a component without evidence is what the tab helps with most.
 *
 * @public
 */
export function isSupplyChainAvailable(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'component';
}
