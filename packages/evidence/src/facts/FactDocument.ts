import { DigestAuthority } from '../model/Digest';
import { EvidenceKind, FormatId } from '../model/EvidenceFacts';
import { FindingStatus, Severity } from '../model/Finding';

/** The identifier of this version of the fact document. @public */
export const FACTS_SCHEMA = 'https://hotpass.github.io/supply-chain/facts/v1';

/** Present and total, so that no percentage loses its denominator. @public */
export interface Count {
  present: number;
  total: number;
}

/** One piece of evidence, its five facts flattened for rules. @public */
export interface EvidenceEntry {
  /** Evidence id in the portal; the file name on a developer's machine. */
  id: string;
  kind: EvidenceKind;
  stream: string;
  /** `sha256:<hex>` of the bytes. */
  digest: string;
  fileName?: string;
  format: FormatId;
  formatVersion?: string;
  predicateType?: string;
  recognised: 'recognised' | 'ambiguous' | 'unknown';
  valid: 'valid' | 'invalid' | 'not-checked';
  defectCount: number;
  /** The first defects, for messages: code, message and place. */
  defects: { code: string; message: string; pointer?: string; line?: number }[];
  signature: 'none' | 'unchecked' | 'failed' | 'verified';
  signedBy?: string;
  bound: 'bound' | 'placed' | 'neither';
  authority?: DigestAuthority;
  trust: 'trusted' | 'none';
  trustLine?: string;
  /** Unix seconds. */
  receivedAt: number;
  /** Unix seconds, as the document claims. */
  createdAt?: number;
  receivedFrom: 'user' | 'pipeline' | 'service' | 'local';
  /** The generator, for solutions that name its own command. */
  generator?: { name: string; version?: string };
}

/** What an SBOM says about itself, with counts for the CISA 2025 draft elements. @public */
export interface SbomFacts {
  /** Position in `evidence`. */
  evidence: number;
  root?: { name: string; version?: string; purl?: string };
  /** The root is named like a placeholder, such as `app`, `root` or `.`. */
  rootIsPlaceholder: boolean;
  authors: number;
  supplier: boolean;
  lifecycles: string[];
  timestamp: boolean;
  tool: boolean;
  /** Per-component elements: producer, version, identifier, hash, licence, relationship. */
  counts: {
    producer: Count;
    version: Count;
    identifier: Count;
    hash: Count;
    licence: Count;
    relationship: Count;
  };
}

/** Columns over all current components of a release; every array has the same length. @public */
export interface ComponentColumns {
  name: string[];
  /** Empty string where none is stated. */
  version: string[];
  /** Canonical purl or empty string. */
  purl: string[];
  /** Position in `licences`; -1 where nothing is stated. */
  licence: number[];
  /** 1 direct, 0 transitive, -1 the document does not say. */
  direct: number[];
  /** Position in `sboms`. */
  sbom: number[];
  /** JSON pointer within that SBOM. */
  pointer: string[];
}

/** A distinct licence expression. @public */
export interface LicenceFacts {
  expression: string;
  /**
   * Disjunctive normal form: any one of the inner lists of SPDX ids satisfies it.
   * Empty where the expression could not be read or exceeds the cap.
   */
  alternatives: string[][];
  /** Ids in it that are not on the SPDX list. */
  unknownIds: string[];
}

/** @public */
export interface ProvenanceFacts {
  evidence: number;
  predicateType: string;
  builderId?: string;
  buildType?: string;
  source?: { uri: string; commit?: string; ref?: string };
  subjects: { name: string; sha256?: string; sha512?: string }[];
  /** Subjects that equal an output of the release by full digest. */
  matchedOutputs: number;
}

/** @public */
export interface ChecksumsFacts {
  evidence: number;
  entries: {
    name: string;
    algorithm: string;
    digest: string;
    weak: boolean;
    line: number;
  }[];
}

/** @public */
export interface ScanFacts {
  evidence: number;
  tool: string;
  toolVersion?: string;
  createdAt?: number;
  databaseBuiltAt?: number;
  ignored: number;
}

/** A finding after aliases were united and sources merged. @public */
export interface FindingFacts {
  /** The name shown: CVE where known, else the first given. */
  id: string;
  aliases: string[];
  /** Component key, name, version and purl. */
  component: { key: string; name: string; version?: string; purl?: string };
  /** The worst that a source reports. */
  severity: Severity;
  score?: number;
  fixedIn: string[];
  knownExploited: boolean;
  status: FindingStatus;
  sources: { evidence: number; tool: string; pointer: string }[];
  /** Unix seconds: when this release first showed it. */
  firstSeenAt: number;
}

/**
 * The input of the policy: facts only, no raw documents, no clock.
 *
 * @public
 */
export interface FactDocument {
  schema: typeof FACTS_SCHEMA;
  /** Unix seconds, frozen for one judgement. */
  now: number;
  subject: {
    ref: string;
    kind: string;
    namespace: string;
    name: string;
    type?: string;
    lifecycle?: string;
  };
  release: {
    version: string;
    channel: 'release' | 'change';
    line: string;
    /** Unix seconds. */
    madeAt: number;
  };
  /** What this entity is expected to have, and whether it is there. */
  expected: {
    kind: EvidenceKind;
    level: 'required' | 'wanted';
    present: boolean;
  }[];
  evidence: EvidenceEntry[];
  outputs: {
    name: string;
    sha256?: string;
    sha512?: string;
    authority: DigestAuthority;
  }[];
  sboms: SbomFacts[];
  components: ComponentColumns;
  licences: LicenceFacts[];
  provenances: ProvenanceFacts[];
  checksums: ChecksumsFacts[];
  scans: ScanFacts[];
  findings: FindingFacts[];
}
