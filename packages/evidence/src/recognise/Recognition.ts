import type { Defect } from '../model/Defect';
import type { RecognisedFact } from '../model/EvidenceFacts';

/** Bytes with a name, ready to be read. @internal */
export interface Recognition {
  fact: RecognisedFact;
  /** The parsed value of a JSON format. */
  json?: unknown;
  /** The text of a line-oriented format. */
  text?: string;
  /** Ambiguities (errors) and other faults found before reading. */
  defects: Defect[];
  defectCount: number;
}
