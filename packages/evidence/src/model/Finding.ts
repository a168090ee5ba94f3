/** Severity words, worst first. `unknown` is not `none`. @public */
export type Severity =
  | 'critical'
  | 'high'
  | 'medium'
  | 'low'
  | 'none'
  | 'unknown';

/** Our words for a vulnerability's status in a product. Formats, "VEX status mapping". @public */
export type FindingStatus =
  | 'open'
  | 'affected'
  | 'not_affected'
  | 'fixed'
  | 'under_investigation';

/** One component × vulnerability as one source reports it. @public */
export interface ReportedFinding {
  /** RFC 6901 pointer to the report in its document. */
  pointer: string;
  /** The identifier as given, such as `GHSA-…` or `CVE-…`. */
  vulnerability: string;
  /** Other names of the same vulnerability, without `vulnerability` itself. */
  aliases: string[];
  /** By the source's own word, else by `score` (CVSS v3.1, section 5). */
  severity: Severity;
  /** CVSS base score 0–10, the highest given. */
  score?: number;
  /** CVSS vector of `score`, as given. */
  vector?: string;
  /** Text of the source; untrusted, never markup. */
  description?: string;
  /** Only http(s) addresses; never fetched. */
  url?: string;
  /** As stated by the source (KEV); absent is unknown. */
  knownExploited?: boolean;
  /** EPSS probability 0–1, when the source states it. */
  epss?: number;
  /** The affected component; `key` as in `SbomComponent.key`. */
  component: {
    name: string;
    version?: string;
    purl?: string;
    key: string;
  };
  /** Versions that fix it; empty when none is known. */
  fixedIn: string[];
  /** From a CycloneDX `analysis` or a scanner; `open` when nothing is said. */
  status: FindingStatus;
  /** The source's own word, kept beside the normalised one. */
  statusAsSaid?: string;
  /** Why it is not affected, in the source's words. */
  justification?: string;
}
