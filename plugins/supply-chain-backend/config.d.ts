import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Supply-chain evidence: what is expected of whom, who may send it, how it is kept. */
  supplyChain?: {
    /** Where the exact bytes are kept. */
    store?: {
      /** Folder of the local store. Default `data/artifacts/supply-chain` below the working directory. */
      directory?: string;
    };
    /** Limits on what is taken in. */
    limits?: {
      /** Largest document after transport decoding, in bytes. Default 134217728 (128 MiB). */
      maxBytes?: number;
      /** Deepest JSON nesting. Default 64. */
      maxDepth?: number;
      /** Most JSON nodes. Default 5000000. */
      maxNodes?: number;
      /**
       * Most bytes of what is read from one document: components, dependencies and
       * findings. It bounds how long nobody else is served. Default 16777216.
       */
      maxReadingBytes?: number;
      /** Intakes worked on at once; more are answered 429. Default 8. */
      maxConcurrentIntakes?: number;
      /** Of these, those of one sender. Default a quarter of them, rounded up. */
      maxConcurrentIntakesPerPrincipal?: number;
      /** How long a sender may send no byte of a body before it is answered 408. Default 30 seconds. */
      bodyIdleTimeout?: HumanDuration | string;
      /** How long an upload waits for its verdict before it is answered 202. Default 20 seconds. */
      answerDeadline?: HumanDuration | string;
      /** How long one document may be read. Default 60 seconds. */
      readTimeout?: HumanDuration | string;
      /** How long one judgement may run. Default 10 seconds. */
      judgeTimeout?: HumanDuration | string;
      /** Documents that may be sent in a minute; more are answered 429. Collectors are not counted. */
      rate?: {
        /** By one sender. Default 600. */
        perPrincipal?: number;
        /** For one entity, by all senders. Default 120. */
        perEntity?: number;
      };
      /** Bytes that may be sent in a day (UTC); more are answered 429. What an entity has already is not counted. */
      dailyBytes?: {
        /** By one sender. Default 21474836480 (20 GiB). Collectors are not counted. */
        perPrincipal?: number;
        /** For one entity, by all senders; collectors have as much for themselves. Default 5368709120 (5 GiB). */
        perEntity?: number;
      };
    };
    /** Threads that read and judge. Default 1. */
    workers?: number;
    /**
     * How evidence is kept. A plain duration is the same as `default` alone. What gets
     * shorter here changes nothing until it was proposed and approved in the portal.
     */
    retention?:
      | HumanDuration
      | string
      | {
          /** From the receipt, for what no class stands instead of. Default 365 days. */
          default?: HumanDuration | string;
          /** Of several that match, the one that keeps longest counts. */
          classes?: Array<{
            /** 1 to 63 of the characters a to z, 0 to 9 and -; not `default`. */
            name: string;
            /** What it applies to; a member that is absent restricts nothing. */
            match?: {
              /** Kinds of evidence. A signature goes no earlier than what it signs, whatever its class. */
              kinds?: string[];
              channels?: Array<'release' | 'change'>;
              /** Globs over lines of releases. */
              lines?: string[];
              /** Globs, as in `scope[].match`. */
              entities?: {
                kind?: string;
                namespace?: string;
                name?: string;
                type?: string;
                lifecycle?: string;
              };
            };
            /** What it counts from. Default `receipt`. */
            start?: 'receipt' | 'release' | 'last-supply' | 'end-of-support';
            /** Kept at least as long. */
            minimum: HumanDuration | string;
            /** Kept longer, without being live or held, it raises an alarm. */
            latest?: HumanDuration | string;
            /** The default does not apply to what this one does, which may so be shorter. Default false. */
            insteadOfDefault?: boolean;
          }>;
          /** How long the newest release counts as live after its entity left the catalog. Default 90 days. */
          liveAfterGone?: HumanDuration | string;
          run?: {
            /** How often. Default 6 hours. */
            interval?: HumanDuration | string;
            /** From the mark to the deletion. Default 7 days. */
            grace?: HumanDuration | string;
            /** Most pieces of evidence deleted in a minute; up to 500 of them in one transaction. Default 1000. */
            rate?: number;
            /** Counts and changes nothing. Default false. */
            dryRun?: boolean;
            /** A run that would mark more than both stops until a person confirms it. */
            alarm?: {
              /** Share of all evidence. Default 0.1. */
              share?: number;
              /** Pieces of evidence. Default 100. */
              atLeast?: number;
            };
          };
          /** Re-reading of every stored byte. What could not be read is tried again by every run. */
          scrub?: {
            /** Within which time every byte is re-read. Default 30 days. */
            window?: HumanDuration | string;
            /** Most stored bytes read in a second. Default 16777216. */
            bytesPerSecond?: number;
          };
          /** Folder of the journal of tombstones, outside of what is restored from backups. Default: the store's folder with `-tombstones` behind its name. */
          journal?: string;
          /** How long is kept who read or downloaded what. Default 365 days. */
          accesses?: HumanDuration | string;
        };
    /** How long refusals are shown. Default 90 days. */
    refusalRetention?: HumanDuration | string;
    policy?: {
      /** A bundle made by `opa build -t wasm`; default: the one in the package. */
      bundle?: string;
      /** `sha256:<hex>` that the bundle must have. */
      bundleDigest?: string;
      /** Merged over the bundle's data, key by key. */
      data?: { [key: string]: unknown };
    };
    /**
     * Which entities are in scope, what they are expected to have and how strictly
     * they are judged. The first entry that matches counts; entities that none
     * matches are not in scope. Default: every Component, an SBOM required,
     * provenance wanted, observing.
     */
    scope?: Array<{
      match: {
        /** Glob, case-insensitive. Default `component`. */
        kind?: string;
        /** Glob. */
        namespace?: string;
        /** Glob. */
        name?: string;
        /** Glob over `spec.type`. */
        type?: string;
        /** Glob over `spec.lifecycle`. */
        lifecycle?: string;
      };
      /** Kind of evidence to how much it is expected. */
      expect?: { [kind: string]: 'required' | 'wanted' };
      /** Rule collection. Default `release`. */
      collection?: 'minimal' | 'release';
      /** Default `observe`. */
      mode?: 'observe' | 'enforce';
      /** RFC 3339 date from which `observe` becomes `enforce`. */
      enforceFrom?: string;
    }>;
    /**
     * Where releases go, such as `production`. The gate answers for a stage by the
     * stricter of the entity's mode and the stage's.
     */
    stages?: {
      [name: string]: {
        /** Default `observe`, which leaves it to the entity. */
        mode?: 'observe' | 'enforce';
        /** RFC 3339 date from which `observe` becomes `enforce`. */
        enforceFrom?: string;
      };
    };
    /** What services may send; a service without a grant may send nothing. */
    grants?: Array<{
      /** The service principal's subject: as written for a static token, `external:<sub>` for a `jwks` one. */
      subject: string;
      /** Globs over entity refs, such as `component:default/*`. */
      entities: string[];
      /** Kinds of evidence; default all. Signatures that come after a document of these kinds need none of their own. */
      kinds?: string[];
      /** Channels; default `change` only. */
      channels?: Array<'release' | 'change'>;
      /** `read` lets the service ask for posture and gate. Default `[submit]`. */
      actions?: Array<'submit' | 'read' | 'withdraw'>;
      /** May state the build time of a release. Default false. */
      madeAt?: boolean;
      /** A local portal's own token: refused at start unless the backend listens on loopback only. */
      development?: boolean;
    }>;
    /** Pipelines that prove who they are by their job's own OIDC token. */
    pipelines?: {
      /** The audience that tokens must have, and no other: this portal's own, such as its address. */
      audience: string;
      /** Older tokens are refused. Default 1 hour. */
      maxTokenAge?: HumanDuration | string;
      /** Who signs tokens. */
      issuers: Array<{
        /** As in the token's `iss`, letter by letter. */
        issuer: string;
        provider: 'github' | 'gitlab' | 'generic';
        /** Where its keys are. Default: as its `/.well-known/openid-configuration` says, on its own host. */
        jwksUri?: string;
        /** Only `generic`: claims that must all have these values for channel `release`. Default: `change` only. */
        releaseWhen?: { [claim: string]: string | number | boolean };
      }>;
      /** What whose tokens allow; the first entry that matches counts. */
      mappings?: Array<{
        issuer: string;
        /** Exact values. Needs `repository_id` or `repository_owner_id` (github), `project_id` or `namespace_id` (gitlab). */
        claims: { [claim: string]: string | number | boolean };
        /** Globs over entity refs. */
        entities: string[];
        /** Kinds of evidence; default all. Signatures that come after a document of these kinds need none of their own. */
        kinds?: string[];
        /** Channels; default `change` only. */
        channels?: Array<'release' | 'change'>;
        /** Default `[submit]`. */
        actions?: Array<'submit' | 'read' | 'withdraw'>;
        /** May state the build time of a release. Default false. */
        madeAt?: boolean;
      }>;
    };
    /** Who may vouch for what. Without it, nothing that is signed is trusted. */
    trust?: {
      /** Sigstore instances: logs and authorities that certificates are checked with. */
      roots?: Array<{
        name: string;
        /** Path of a `trusted_root.json`. Its logs and authorities must all say since when they are valid. */
        file?: string;
        /** A TUF repository to keep the root fresh from, such as the public-good instance's; the last root seen stays in use while it is not there. */
        tuf?: {
          mirror: string;
          /** Path of the `root.json` that the repository is first trusted by. Default, for the public-good instance: the one in Sigstore's own package. */
          rootFile?: string;
        };
      }>;
      /** Public keys. */
      keys?: Array<{
        name: string;
        /** Path of a key in PEM. */
        file: string;
        /** RSA only. Default `pkcs1`. */
        padding?: 'pkcs1' | 'pss';
      }>;
      /** In order; the first that holds applies. */
      lines?: Array<{
        /** Unique; kept with what relied on it. */
        id: string;
        signer: {
          /** Names of keys; instead of a certificate. */
          keys?: string[];
          /** Name of a root. */
          root?: string;
          /** Exact address of the identity provider. */
          issuer?: string;
          /** Exact subject alternative name, or a glob. */
          identity?: string;
          /** Needed where the identity is a workflow. */
          source?: {
            /** Immutable id of the repository. */
            repositoryId: string;
            /** Globs over the full ref. */
            refs: string[];
            /** Exact events, such as `push`. */
            triggers: string[];
          };
        };
        /** What must be there; default for certificates one of each, for keys nothing. */
        require?: { log?: number; sct?: number; time?: number };
        /** RFC 3339; signatures made from then on. */
        from?: string;
        /** RFC 3339; signatures made before then. */
        until?: string;
        /** Exact predicate types or globs; `file` for signatures over a file's own bytes. */
        predicateTypes: string[];
        /** Globs over entity refs. */
        entities: string[];
        /** Globs over the entity's source location; narrows. */
        origins?: string[];
        /** What provenance must say to be worth more than level 1. */
        build?: {
          level: 1 | 2 | 3;
          /** Exact builder ids. */
          builders: string[];
          /** Exact build types. */
          buildTypes: string[];
          source: {
            /** Exact URIs. */
            repositories: string[];
            /** Globs over the full ref. */
            refs: string[];
          };
          /** JSON pointer below `externalParameters` to globs over its value; any other is not met. */
          externalParameters?: { [pointer: string]: string[] };
        };
        /** The signer is not to be relied on any more. */
        revoked?: {
          reason: 'retired' | 'compromised';
          /** RFC 3339. */
          since: string;
        };
      }>;
      /** How releases are expected to be signed; the first entry that matches counts. */
      adoption?: Array<{
        /** Globs over entity refs. */
        entities: string[];
        state: 'digests-only' | 'signed' | 'keyless';
        /** RFC 3339; less is a warning before, a violation from then on. */
        from: string;
      }>;
    };
    collectors?: {
      /** How often repositories are asked. Default 10 minutes. */
      interval?: HumanDuration | string;
    };
    references?: {
      /** How often the catalog's docs are looked through for links to evidence. Default 1 day. */
      interval?: HumanDuration | string;
    };
  };
}
