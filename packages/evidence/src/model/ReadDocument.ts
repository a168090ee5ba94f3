import { DigestSet } from './Digest';
import { ReportedFinding } from './Finding';
import { SbomDocument, Tool } from './Sbom';
import { RecognisedFact, ValidFact } from './EvidenceFacts';

/** A named thing with digests: an in-toto ResourceDescriptor, reduced. @public */
export interface ResourceDescriptor {
  name?: string;
  uri?: string;
  digest: DigestSet;
  mediaType?: string;
}

/** SLSA build provenance v1, as stated. Source: slsa.dev/spec/v1.2/provenance. @public */
export interface ProvenanceDocument {
  kind: 'provenance';
  predicateType: string;
  subjects: ResourceDescriptor[];
  buildType?: string;
  builderId?: string;
  invocationId?: string;
  /** Top-level keys of `externalParameters`, as a JSON object. */
  externalParameters: Record<string, unknown>;
  resolvedDependencies: ResourceDescriptor[];
  byproducts: ResourceDescriptor[];
  startedOn?: string;
  finishedOn?: string;
  /** The source as far as the statement tells it. */
  source?: { uri: string; commit?: string; ref?: string };
}

/** A checksums file, GNU or BSD style. @public */
export interface ChecksumsDocument {
  kind: 'checksums';
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
  kind: 'scan';
  tool: Tool;
  /** When the scan ran. */
  createdAt?: string;
  /** When the vulnerability database was built. */
  databaseBuiltAt?: string;
  target?: { name: string; type?: string; digest: DigestSet };
  findings: ReportedFinding[];
  /** Findings that the scanner left out by a rule, counted and not dropped in silence. */
  ignored: number;
}

/** A statement whose predicate we keep without reading it. @public */
export interface AttestationDocument {
  kind: 'attestation';
  predicateType: string;
  subjects: ResourceDescriptor[];
}

/** A format that is recognised and not read yet. @public */
export interface OpaqueDocument {
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
  recognised: RecognisedFact;
  valid: ValidFact;
  /** Whether the document carries signatures, found without checking any. */
  signed: boolean;
  /** Subjects of the statement, for documents inside one. */
  subjects: ResourceDescriptor[];
  document: EvidenceDocument;
}

/** Raise when the reading of the same bytes may change; readings are kept by it. @public */
export const READER_VERSION = 1;
