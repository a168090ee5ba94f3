export { EntityTab } from './EntityTab';
