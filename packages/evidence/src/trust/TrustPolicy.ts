import { RequiredMaterial } from '../verify/types';

/** The Fulcio claims by which a certificate of a CI job tells its source. @public */
export interface SignerSource {
  /** Immutable id of the repository, as text; names can change hands. */
  repositoryId: string;
  /** Globs over the full ref, such as `refs/tags/*`. */
  refs: string[];
  /** Exact events that started the build, such as `push` or `release`. */
  triggers: string[];
}

/** Who a line speaks of. @public */
export type TrustedSigner =
  | {
      type: 'key';
      /** Names in `TrustPolicy.keys`. */
      keys: string[];
      /** A name in `TrustPolicy.roots`, for the log entries and times that are required. */
      root?: string;
    }
  | {
      type: 'certificate';
      /** A name in `TrustPolicy.roots`. */
      root: string;
      /** Exact address of the identity provider. */
      issuer: string;
      /** Exact subject alternative name, or a glob in which `*` stops at no character. */
      identity: string;
      /**
       * Must be there where the identity is a workflow: another repository may call a
       * reusable one, and the identity is then still the workflow's.
       */
      source?: SignerSource;
    };

/** What provenance must say, for a level above 1. Source: slsa.dev/spec/v1.2/verifying-artifacts. @public */
export interface BuildExpectation {
  /** What this signer with one of these builders is worth. */
  level: 1 | 2 | 3;
  /** Exact `builder.id`s. */
  builders: string[];
  /** Exact `buildType`s. */
  buildTypes: string[];
  /** What the source must be. */
  source: {
    /** Exact URIs of the repository, without `git+` and ref. */
    repositories: string[];
    /** Globs over the full ref. */
    refs: string[];
  };
  /**
   * Every external parameter that may be there, by its JSON pointer below
   * `externalParameters`, to globs over its value as text. One that is not named
   * here, or has another value, is not met.
   */
  externalParameters: Record<string, string[]>;
}

/** Who may say what about whom. The first line that holds applies. @public */
export interface TrustLine {
  /** Unique; shown to people and kept with what relied on it. */
  id: string;
  /** Who. */
  signer: TrustedSigner;
  /** What must be there; the document never chooses. */
  require: RequiredMaterial;
  /** RFC 3339; signatures made from then on. Without a trusted time: received from then on. */
  from?: string;
  /** RFC 3339; signatures made before then. */
  until?: string;
  /** Exact predicate types or globs; `file` for a signature over a file's own bytes. */
  predicateTypes: string[];
  /** Globs over entity refs: kind, namespace and name, nothing that the entity's author writes. */
  entities: string[];
  /** Globs over the entity's source location. Narrows, never grants alone. */
  origins?: string[];
  /** Without it, provenance by this signer is worth level 1. */
  build?: BuildExpectation;
  /** Since when it must not be relied on. */
  revoked?: Revocation;
}

/** The end of trust in a signer. @public */
export interface Revocation {
  /** `retired`: what it signed before stays good. `compromised`: only what provably existed before. */
  reason: 'retired' | 'compromised';
  /** RFC 3339. */
  since: string;
}

/** How entities are expected to sign, until when the step before still passes. @public */
export interface AdoptionRule {
  /** Globs over entity refs; the first rule that matches counts. */
  entities: string[];
  /** What releases must reach. */
  state: 'digests-only' | 'signed' | 'keyless';
  /** RFC 3339; from then on less is a violation, before it a warning. */
  from: string;
}

/**
 * Roots, keys and lines, as one JSON document: given by config, sent to threads, kept
 * in the database under its digest, and readable as a file by the command line.
 *
 * @public
 */
export interface TrustPolicy {
  /** Tells versions of this shape apart. */
  schema: 'https://hotpass.github.io/supply-chain/trust-policy/v1';
  /** The whole `trusted_root.json` of each Sigstore instance. */
  roots: {
    name: string;
    root: Record<string, unknown>;
    /** The TUF repository that it is kept fresh from, if it is. */
    tuf?: {
      mirror: string;
      /**
       * `sha256:<hex>` of the `root.json` that the repository is first trusted by, or
       * `packaged` for the one in Sigstore's own package.
       */
      initialRoot: string;
    };
  }[];
  /** Public keys in PEM. */
  keys: {
    name: string;
    pem: string;
    /** RSA only. Default `pkcs1`. */
    padding?: 'pkcs1' | 'pss';
  }[];
  /** In order. */
  lines: TrustLine[];
  /** In order; default: nothing is expected. */
  adoption: AdoptionRule[];
}
