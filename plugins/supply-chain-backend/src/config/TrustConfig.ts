import {
  AdoptionRule,
  TrustLine,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';

/** A Sigstore instance, and where its trusted root comes from. */
export interface TrustRootConfig {
  name: string;
  /** As the file has it, or as a TUF repository's own package does. */
  root?: Record<string, unknown>;
  tuf?: {
    /** Without a slash at its end. */
    mirror: string;
    /** `root.json` that the repository is first trusted by, as it was read at start. */
    initialRoot: string;
    /** It came with Sigstore's own package, whose next version may have the next one. */
    isPackaged: boolean;
  };
}

/** `supplyChain.trust`, with the files it names; what TUF repositories tell comes later. */
export interface TrustConfig {
  roots: TrustRootConfig[];
  keys: TrustPolicy['keys'];
  lines: TrustLine[];
  adoption: AdoptionRule[];
}
