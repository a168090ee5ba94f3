import { EvidenceFile } from '../documents/EvidenceFile';
import { Placement } from '../placement';

/** What is sent for one entity. */
export interface PlanEntry {
  placement: Placement;
  files: EvidenceFile[];
  /** The catalog file that names the entity, where it was found in one. */
  from?: string;
}

/** Everything that is to be sent; made whole before anything is. */
export interface Plan {
  entries: PlanEntry[];
  /** What was left out, and why. */
  notes: string[];
}
