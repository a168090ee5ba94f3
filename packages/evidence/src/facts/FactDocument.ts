import { DigestAuthority } from '../model/Digest';
import { EvidenceKind, FormatId } from '../model/EvidenceFacts';
import { FindingStatus, Severity } from '../model/Finding';

/** The identifier of this version of the fact document. @public */
export const FACTS_SCHEMA = 'https://hotpass.github.io/supply-chain/facts/v1';

/** Present and total, so that no percentage loses its denominator. @public */
export interface Count {
  /** How many have it; at most `total`. */
  present: number;
  /** How many could have it. */
  total: number;
}

/** One piece of evidence, its five facts flattened for rules. @public */
export interface EvidenceEntry {
  /** Evidence id in the portal; the file name on a developer's machine. */
  id: string;
  /** What it is for. */
  kind: EvidenceKind;
  /** Separates documents of one kind in a release, such as two images. */
  stream: string;
  /** `sha256:<hex>` of the bytes. */
  digest: string;
  /** As sent; never part of any identity. */
  fileName?: string;
  /** Told by structure, not by name. */
  format: FormatId;
  /** The version the document itself states, such as `1.6`. */
  formatVersion?: string;
  /** Only for in-toto statements. */
  predicateType?: string;
  /** State of fact 1. */
  recognised: 'recognised' | 'ambiguous' | 'unknown';
  /** State of fact 2. */
  valid: 'valid' | 'invalid' | 'not-checked';
  /** All defects, also those not in `defects`. */
  defectCount: number;
  /** The first defects, for messages: code, message and place. */
  defects: { code: string; message: string; pointer?: string; line?: number }[];
  /** State of fact 3; only `verified` ever counts. */
  signature: 'none' | 'unchecked' | 'failed' | 'verified';
  /** Identity or key id, once verified. */
  signedBy?: string;
  /** State of fact 4. */
  bound: 'bound' | 'placed' | 'neither';
  /** Who vouches for the digests that it is bound by. */
  authority?: DigestAuthority;
  /** State of fact 5. */
  trust: 'trusted' | 'none';
  /** The trust line that applies, when trusted. */
  trustLine?: string;
  /** Its trust line was revoked, and nothing proves that it was signed before. */
  revoked?: 'retired' | 'compromised';
  /** Unix seconds: the earliest trusted time of its signature. */
  signedAt?: number;
  /** The stored bytes no longer have their digest, are not there or could not be read; absent: nothing is known against them. */
  integrity?: 'corrupt' | 'missing' | 'unreadable';
  /** Unix seconds. */
  receivedAt: number;
  /** Unix seconds, as the document claims. */
  createdAt?: number;
  /** Who sent it; `local` on a developer's machine. */
  receivedFrom: 'user' | 'pipeline' | 'service' | 'local';
  /** The generator, for solutions that name its own command. */
  generator?: { name: string; version?: string };
}

/** What an SBOM says about itself, with counts for the CISA 2025 draft elements. @public */
export interface SbomFacts {
  /** Position in `evidence`. */
  evidence: number;
  /** The thing the SBOM is about, where it states one. */
  root?: { name: string; version?: string; purl?: string };
  /** The root is named like a placeholder, such as `app`, `root` or `.`. */
  rootIsPlaceholder: boolean;
  /** How many authors the document names. */
  authors: number;
  /** Whether the document states a supplier. */
  supplier: boolean;
  /** Life-cycle phases or names, as stated; CycloneDX `metadata.lifecycles`. */
  lifecycles: string[];
  /** Whether the document states when it was made. */
  timestamp: boolean;
  /** Whether the document names at least one tool. */
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
  /** With the group or namespace in front: `group/name`. */
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
  /** SPDX expression, or the name as given. */
  expression: string;
  /**
   * Disjunctive normal form: any one of the inner lists of SPDX ids satisfies it.
   * Empty where the expression could not be read or exceeds the cap.
   */
  alternatives: string[][];
  /** Ids in it that are not on the SPDX list. */
  unknownIds: string[];
}

/** What a provenance statement says, reduced for rules. Source: slsa.dev/spec/v1.2/provenance. @public */
export interface ProvenanceFacts {
  /** Position in `evidence` of the fact document. */
  evidence: number;
  /** URI of the predicate type. */
  predicateType: string;
  /** URI in `runDetails.builder.id`, as stated. */
  builderId?: string;
  /** URI in `buildDefinition.buildType`, as stated. */
  buildType?: string;
  /** The source as far as the statement tells it. */
  source?: { uri: string; commit?: string; ref?: string };
  /** Digests in lower-case hexadecimal; other algorithms are left out. */
  subjects: { name: string; sha256?: string; sha512?: string }[];
  /** Subjects that equal an output of the release by full digest. */
  matchedOutputs: number;
  /** What its trust line expects of the build and it does not say; absent without such a line. */
  unmet?: { code: string; message: string; pointer?: string }[];
}

/** The lines of a checksums file. @public */
export interface ChecksumsFacts {
  /** Position in `evidence` of the fact document. */
  evidence: number;
  /** Lines in file order; `digest` in lower-case hexadecimal, `line` 1-based, `weak` for MD5 and SHA-1. */
  entries: {
    name: string;
    algorithm: string;
    digest: string;
    weak: boolean;
    line: number;
  }[];
}

/** What a scan report says about itself; its findings are in `findings`. @public */
export interface ScanFacts {
  /** Position in `evidence` of the fact document. */
  evidence: number;
  /** Name of the scanner. */
  tool: string;
  /** Absent where the report states none. */
  toolVersion?: string;
  /** Unix seconds: when the scan ran. */
  createdAt?: number;
  /** Unix seconds: when the vulnerability database was built. */
  databaseBuiltAt?: number;
  /** Findings that the scanner left out by a rule. */
  ignored: number;
}

/** A finding after aliases were united and sources merged. @public */
export interface FindingFacts {
  /** The name shown: CVE where known, else the first given. */
  id: string;
  /** Other names of the same vulnerability, without `id`. */
  aliases: string[];
  /** Component key, name, version and purl. */
  component: { key: string; name: string; version?: string; purl?: string };
  /** The worst that a source reports. */
  severity: Severity;
  /** CVSS base score 0–10, the highest of the sources. */
  score?: number;
  /** Versions that fix it, the nearest above the installed one first; empty when none is known. */
  fixedIn: string[];
  /** At least one source says so (KEV). */
  knownExploited: boolean;
  /** The most urgent that a source states. */
  status: FindingStatus;
  /** `evidence` is the position in `evidence`; `pointer` the place in that document. */
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
  /** Tells versions of this shape apart. */
  schema: typeof FACTS_SCHEMA;
  /** Unix seconds, frozen for one judgement. */
  now: number;
  /** The catalog entity; `ref` is `kind:namespace/name`, `type` and `lifecycle` come from its spec. */
  subject: {
    ref: string;
    kind: string;
    namespace: string;
    name: string;
    type?: string;
    lifecycle?: string;
  };
  /** `line` is the line of releases that the version belongs to. */
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
  /** Sorted by kind, stream, digest and id; other parts point to positions in it. */
  evidence: EvidenceEntry[];
  /** Build products; digests in lower-case hexadecimal. */
  outputs: {
    name: string;
    sha256?: string;
    sha512?: string;
    authority: DigestAuthority;
    /** SLSA build level 0–3. */
    level?: number;
  }[];
  /** SLSA build level of the release: the lowest of its outputs. */
  buildLevel?: number;
  /** Trusted statements that name other outputs than those sealed first. */
  sealConflicts?: { evidence: number; name: string; digest: string }[];
  /** What of signing was reached, and what is expected from when on (Unix seconds). */
  adoption?: {
    reached: 'digests-only' | 'signed' | 'keyless';
    expected?: 'digests-only' | 'signed' | 'keyless';
    from?: number;
  };
  /** One for each SBOM in `evidence`, in its order. */
  sboms: SbomFacts[];
  /** Of all SBOMs together, in the order of `sboms`. */
  components: ComponentColumns;
  /** Distinct, in the order in which components first name them. */
  licences: LicenceFacts[];
  /** One for each provenance statement in `evidence`, in its order. */
  provenances: ProvenanceFacts[];
  /** One for each checksums file in `evidence`, in its order. */
  checksums: ChecksumsFacts[];
  /** One for each scan report in `evidence`, in its order. */
  scans: ScanFacts[];
  /** One for each component and vulnerability. */
  findings: FindingFacts[];
}
