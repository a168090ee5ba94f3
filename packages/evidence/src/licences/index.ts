export {
  LICENCE_ALTERNATIVES_CAP,
  licenceAlternatives,
} from './licenceAlternatives';
export { parseLicenceExpression } from './parseLicenceExpression';
export type { LicenceNode } from './parseLicenceExpression';
export { readLicence } from './readLicence';
