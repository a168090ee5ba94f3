/**
 * Collects, judges and keeps supply-chain evidence of catalog entities.
 *
 * @packageDocumentation
 */
export { supplyChainPlugin as default } from './plugin';
