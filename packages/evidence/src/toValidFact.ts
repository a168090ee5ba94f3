import { locate } from './json';
import { Defect } from './model/Defect';
import { RecognisedFact, ValidFact } from './model/EvidenceFacts';

const MAX_DEFECTS = 100;
/** Where a payload in base64 has a fault, no line of the document has it. */
const PACKED = ['dsse', 'sigstore-bundle'];

/** What was looked at in a document, and what is wrong with it. */
export interface FoundDefects {
  fact: RecognisedFact;
  schema?: string;
  checked: boolean;
  defects: Defect[];
  /** The real number, where `defects` was cut. */
  defectCount: number;
}

/** Fact 2 of a document, with the places of its defects in these bytes. */
export function toValidFact(found: FoundDefects, bytes: Uint8Array): ValidFact {
  const errors = found.defects.filter(defect => defect.level === 'error');
  const isInvalid = errors.length > 0;
  const fine = found.checked ? 'valid' : 'not-checked';
  // Errors first: they decide, and the list is cut.
  const defects = [
    ...errors,
    ...found.defects.filter(defect => defect.level !== 'error'),
  ].slice(0, MAX_DEFECTS);
  return {
    state: isInvalid ? 'invalid' : fine,
    schema: found.schema,
    defects: PACKED.includes(found.fact.format)
      ? defects
      : withPlaces(defects, bytes),
    defectCount: found.defectCount,
  };
}

/** Pointers are for programs; a person looks for the line. */
function withPlaces(defects: Defect[], bytes: Uint8Array): Defect[] {
  const isSought = ({ pointer, line }: Defect) =>
    pointer !== undefined && line === undefined;
  const sought = defects.filter(isSought);
  if (sought.length === 0) return defects;
  const places = locate(
    bytes,
    sought.map(({ pointer }) => pointer!),
  );
  return defects.map(defect =>
    isSought(defect) ? { ...defect, ...places.get(defect.pointer!) } : defect,
  );
}
