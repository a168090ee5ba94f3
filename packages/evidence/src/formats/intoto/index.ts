export { isProvenance, PROVENANCE_V1 } from './provenanceTypes';
export { readProvenance } from './readProvenance';
export {
  isStatementPayload,
  readStatement,
  STATEMENT_TYPES,
} from './readStatement';
export type { StatementParts } from './readStatement';
