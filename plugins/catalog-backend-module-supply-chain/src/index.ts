/**
 * A companion in the catalog for every entity with supply-chain evidence.
 *
 * @packageDocumentation
 */
export { catalogModuleSupplyChain as default } from './module';
