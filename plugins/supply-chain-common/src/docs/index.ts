export { DocsBudget, type DocsLimits } from './DocsBudget';
export { DocsError } from './DocsError';
export { findEvidenceReferences } from './findEvidenceReferences';
export { PublishedDocs, type DocsSite } from './PublishedDocs';
