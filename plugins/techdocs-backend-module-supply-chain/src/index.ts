/**
 * Publishes supply-chain evidence as TechDocs pages.
 *
 * @packageDocumentation
 */
export { techdocsModuleSupplyChain as default } from './module';
