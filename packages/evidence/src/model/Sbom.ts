import { DigestSet } from './Digest';
import { ReportedFinding } from './Finding';

/** The program that made a document. @public */
export interface Tool {
  name: string;
  version?: string;
  vendor?: string;
}

/** A component as one SBOM states it. @public */
export interface SbomComponent {
  /** The document's own reference: `bom-ref`, else a generated one. Unique in the document. */
  ref: string;
  /** RFC 6901 pointer to the component in the document. */
  pointer: string;
  type?: string;
  group?: string;
  name: string;
  version?: string;
  /** Canonical purl, absent when the document has none or an invalid one. */
  purl?: string;
  /** Canonical purl without version, qualifiers and subpath; else `type:group/name`. */
  packageKey: string;
  /** Identity across documents: canonical purl, else `type:group/name@version`. */
  key: string;
  /** SPDX expression, or the name as given; absent when nothing is stated. */
  licence?: string;
  supplier?: string;
  hashes: DigestSet;
  cpe?: string;
  scope?: 'required' | 'optional' | 'excluded';
  /** Whether the root depends on it directly; absent when the document has no graph. */
  direct?: boolean;
}

/** What an SBOM says about itself, apart from its components. @public */
export interface SbomHeader {
  serialNumber?: string;
  documentVersion?: string;
  timestamp?: string;
  authors: string[];
  supplier?: string;
  tools: Tool[];
  lifecycles: string[];
  /** The thing the SBOM is about, and the stream's name. */
  root?: {
    ref: string;
    name: string;
    version?: string;
    purl?: string;
    hashes: DigestSet;
  };
}

/** An SBOM of any format, read into the one internal model. @public */
export interface SbomDocument {
  kind: 'sbom';
  header: SbomHeader;
  components: SbomComponent[];
  /**
   * Adjacency over positions in `components`; position -1 is the root.
   * Absent when the document states no dependencies.
   */
  graph?: { from: number; to: number[] }[];
  /** `vulnerabilities[]` of CycloneDX, when present. */
  findings: ReportedFinding[];
}
