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
  /** With the group or namespace in front: `group/name`. */
  name: string[];
  /** Empty string where none is stated. */
  version: string[];
  /** Canonical purl or empty string. */
  purl: string[];
  /** Position in `DocumentFragment.licences`; -1 where nothing is stated. */
  licence: number[];
  /** 1 direct, 0 transitive, -1 unknown. */
  direct: number[];
  /** RFC 6901 pointer to the component in the document. */
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
  /** Fact 1, as reading found it. */
  recognised: RecognisedFact;
  /** Fact 2, as reading found it. */
  valid: ValidFact;
  /** Whether the document carries signatures; none was checked. */
  signed: boolean;
  /** `sha256:<hex>` of the file that it says it is the signature of; see `Reading.signs`. */
  signs?: string;
  /** RFC 3339, as the document claims. */
  createdAt?: string;
  /** The program that made the document, where it names one. */
  generator?: Tool;
  /** Subjects of the statement around the document; empty where there is none. */
  subjects: ResourceDescriptor[];
  /** Only for SBOMs. */
  header?: SbomHeader;
  /** Only for SBOMs; `evidence` is added when facts are assembled. */
  sbom?: Omit<SbomFacts, 'evidence'>;
  /** Only for SBOMs. */
  components?: FragmentComponents;
  /** Distinct licence expressions of this document. */
  licences: string[];
  /** `[from, ...to]` over positions in `components`; -1 is the root. */
  graph?: number[][];
  /** Only for provenance statements; times are RFC 3339, as claimed. */
  provenance?: Omit<ProvenanceFacts, 'evidence' | 'matchedOutputs'> & {
    invocationId?: string;
    externalParameters: Record<string, unknown>;
    resolvedDependencies: ResourceDescriptor[];
    /** What else the build made, such as its SBOM. */
    byproducts: ResourceDescriptor[];
    startedOn?: string;
    finishedOn?: string;
  };
  /** Only for checksums files. */
  checksums?: Omit<ChecksumsFacts, 'evidence'>;
  /** Only for scan reports. */
  scan?: Omit<ScanFacts, 'evidence'>;
  /** What was scanned: a path or the name of an image, as the scanner was told. */
  scanned?: string;
  /** Of a scan report, or of an SBOM that has vulnerabilities; else empty. */
  findings: ReportedFinding[];
}
