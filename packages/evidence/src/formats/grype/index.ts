export { readGrype } from './readGrype';
