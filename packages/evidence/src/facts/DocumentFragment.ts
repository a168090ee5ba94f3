import { ResourceDescriptor } from '../model/ReadDocument';
import { ReportedFinding } from '../model/Finding';
import { SbomHeader, Tool } from '../model/Sbom';
import { RecognisedFact, ValidFact } from '../model/EvidenceFacts';
import {
  ChecksumsFacts,
  ProvenanceFacts,
  SbomFacts,
  ScanFacts,
} from './FactDocument';

/** Columns of one SBOM, in document order; every array has the same length. @public */
export interface FragmentComponents {
  /** Identity across documents; see `SbomComponent.key`. */
  key: string[];
  /** purl without version, qualifiers and subpath; see `SbomComponent.packageKey`. */
  packageKey: string[];
  /** purl type, else the component type, else `unknown`. */
  type: string[];
  name: string[];
  version: string[];
  purl: string[];
  /** Position in `DocumentFragment.licences`; -1 where nothing is stated. */
  licence: number[];
  /** 1 direct, 0 transitive, -1 unknown. */
  direct: number[];
  pointer: string[];
}

/**
 * All that later steps need of a document, without its bytes: stored compressed
 * beside the artifact and merged into the fact document when a release is judged.
 * A function of the bytes and `READER_VERSION`.
 *
 * @public
 */
export interface DocumentFragment {
  recognised: RecognisedFact;
  valid: ValidFact;
  signed: boolean;
  /** RFC 3339, as the document claims. */
  createdAt?: string;
  generator?: Tool;
  subjects: ResourceDescriptor[];
  header?: SbomHeader;
  sbom?: Omit<SbomFacts, 'evidence'>;
  components?: FragmentComponents;
  /** Distinct licence expressions of this document. */
  licences: string[];
  /** `[from, ...to]` over positions in `components`; -1 is the root. */
  graph?: number[][];
  provenance?: Omit<ProvenanceFacts, 'evidence' | 'matchedOutputs'> & {
    invocationId?: string;
    externalParameters: Record<string, unknown>;
    resolvedDependencies: ResourceDescriptor[];
    startedOn?: string;
    finishedOn?: string;
  };
  checksums?: Omit<ChecksumsFacts, 'evidence'>;
  scan?: Omit<ScanFacts, 'evidence'>;
  findings: ReportedFinding[];
}
