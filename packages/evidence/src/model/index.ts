export * from './Defect';
export * from './Digest';
export * from './EvidenceFacts';
export * from './Finding';
export * from './ReadDocument';
export * from './Sbom';
export * from './EvidenceError';
