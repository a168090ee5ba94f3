import { DigestSet } from './Digest';
import { ReportedFinding } from './Finding';

/** The program that made a document. @public */
export interface Tool {
  /** As the document gives it. */
  name: string;
  /** As the document gives it. */
  version?: string;
  /** Manufacturer, publisher or vendor, as the document gives it. */
  vendor?: string;
}

/** A component as one SBOM states it. @public */
export interface SbomComponent {
  /** The document's own reference: `bom-ref`, else a generated one. Unique in the document. */
  ref: string;
  /** RFC 6901 pointer to the component in the document. */
  pointer: string;
  /** The format's own word, such as `library` or `application`. */
  type?: string;
  /** Namespace in front of the name, such as a Maven groupId. */
  group?: string;
  /** Without the group. */
  name: string;
  /** As stated, not normalised. */
  version?: string;
  /** Canonical purl, absent when the document has none or an invalid one. */
  purl?: string;
  /** Canonical purl without version, qualifiers and subpath; else `type:group/name`. */
  packageKey: string;
  /** Identity across documents: canonical purl, else `type:group/name@version`. */
  key: string;
  /** SPDX expression, or the name as given; absent when nothing is stated. */
  licence?: string;
  /** Name of the supplier or producer. */
  supplier?: string;
  /** Digests of the component; empty when none are stated. */
  hashes: DigestSet;
  /** CPE name, as stated. */
  cpe?: string;
  /** CycloneDX `scope`; absent when not stated. */
  scope?: 'required' | 'optional' | 'excluded';
  /** Whether the root depends on it directly; absent when the document has no graph. */
  direct?: boolean;
}

/** What an SBOM says about itself, apart from its components. @public */
export interface SbomHeader {
  /** The document's own identifier, such as `urn:uuid:…`. */
  serialNumber?: string;
  /** Revision of the document under its serial number. */
  documentVersion?: string;
  /** RFC 3339, as the document claims. */
  timestamp?: string;
  /** Names or addresses, else the manufacturer; empty when none are stated. */
  authors: string[];
  /** As stated for the document, else its manufacturer or the root's supplier. */
  supplier?: string;
  /** In document order. */
  tools: Tool[];
  /** Life-cycle phases or names, as stated; CycloneDX `metadata.lifecycles`. */
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
  /** Tells the documents apart. */
  kind: 'sbom';
  /** What the document says about itself. */
  header: SbomHeader;
  /** Nested components included, in document order. */
  components: SbomComponent[];
  /**
   * Adjacency over positions in `components`; position -1 is the root.
   * Absent when the document states no dependencies.
   */
  graph?: { from: number; to: number[] }[];
  /** `vulnerabilities[]` of CycloneDX, when present. */
  findings: ReportedFinding[];
}
