import { DigestSet } from './Digest';
import { ReportedFinding } from './Finding';
import { SbomDocument, Tool } from './Sbom';
import { RecognisedFact, ValidFact } from './EvidenceFacts';

/** A named thing with digests: an in-toto ResourceDescriptor, reduced. @public */
export interface ResourceDescriptor {
  /** As stated; a file or image name. */
  name?: string;
  /** As stated; never fetched. */
  uri?: string;
  /** Empty when the document states none. */
  digest: DigestSet;
  /** As stated. */
  mediaType?: string;
}

/** SLSA build provenance v1, as stated. Source: slsa.dev/spec/v1.2/provenance. @public */
export interface ProvenanceDocument {
  /** Tells the documents apart. */
  kind: 'provenance';
  /** URI of the predicate type. */
  predicateType: string;
  /** What was built. */
  subjects: ResourceDescriptor[];
  /** URI in `buildDefinition.buildType`. */
  buildType?: string;
  /** URI in `runDetails.builder.id`. */
  builderId?: string;
  /** `runDetails.metadata.invocationId`. */
  invocationId?: string;
  /** Top-level keys of `externalParameters`, as a JSON object. */
  externalParameters: Record<string, unknown>;
  /** `buildDefinition.resolvedDependencies`; empty when none are stated. */
  resolvedDependencies: ResourceDescriptor[];
  /** `runDetails.byproducts`; empty when none are stated. */
  byproducts: ResourceDescriptor[];
  /** RFC 3339, as the statement claims. */
  startedOn?: string;
  /** RFC 3339, as the statement claims. */
  finishedOn?: string;
  /** The source as far as the statement tells it. */
  source?: { uri: string; commit?: string; ref?: string };
}

/** A checksums file, GNU or BSD style. @public */
export interface ChecksumsDocument {
  /** Tells the documents apart. */
  kind: 'checksums';
  /** Lines in file order; `digest` in lower-case hexadecimal, `line` 1-based. */
  entries: {
    name?: string;
    algorithm: string;
    digest: string;
    line: number;
    /** MD5 and SHA-1 do not show integrity against an attacker. */
    weak: boolean;
  }[];
}

/** A scan report. @public */
export interface ScanDocument {
  /** Tells the documents apart. */
  kind: 'scan';
  /** The scanner. */
  tool: Tool;
  /** When the scan ran. */
  createdAt?: string;
  /** When the vulnerability database was built. */
  databaseBuiltAt?: string;
  /** What was scanned, as far as the report tells it. */
  target?: { name: string; type?: string; digest: DigestSet };
  /** In document order. */
  findings: ReportedFinding[];
  /** Findings that the scanner left out by a rule, counted and not dropped in silence. */
  ignored: number;
}

/** A statement whose predicate we keep without reading it. @public */
export interface AttestationDocument {
  /** Tells the documents apart. */
  kind: 'attestation';
  /** URI of the predicate type. */
  predicateType: string;
  /** What the statement speaks about. */
  subjects: ResourceDescriptor[];
}

/** A format that is recognised and not read yet. @public */
export interface OpaqueDocument {
  /** Tells the documents apart. */
  kind: 'opaque';
}

/** A document in the internal model. @public */
export type EvidenceDocument =
  | SbomDocument
  | ProvenanceDocument
  | ChecksumsDocument
  | ScanDocument
  | AttestationDocument
  | OpaqueDocument;

/**
 * Everything that reading a document's bytes tells, and nothing that depends on
 * who sent them. It is a function of the bytes and {@link READER_VERSION} alone.
 *
 * @public
 */
export interface Reading {
  /** Fact 1. */
  recognised: RecognisedFact;
  /** Fact 2. */
  valid: ValidFact;
  /** Whether the document carries signatures, found without checking any. */
  signed: boolean;
  /**
   * `sha256:<hex>` of the file that it is the signature of, where it tells; as it
   * claims, since nothing was checked.
   */
  signs?: string;
  /** Subjects of the statement, for documents inside one. */
  subjects: ResourceDescriptor[];
  /** The content in the internal model. */
  document: EvidenceDocument;
}

/** Raise when the reading of the same bytes may change; readings are kept by it. @public */
export const READER_VERSION = 3;
