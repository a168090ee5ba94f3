export { ComponentsSection } from './ComponentsSection';
export { DiffSection } from './DiffSection';
export { EvidenceSection } from './EvidenceSection';
export { FindingsSection } from './FindingsSection';
export { ProvenanceSection } from './ProvenanceSection';
export { RulesSection } from './RulesSection';
export type { SectionProps } from './types';
