export { matchesAnyGlob, matchesGlob } from './matchesGlob';
