export { readCycloneDx } from './readCycloneDx';
export { validateCycloneDx } from './validateCycloneDx';
