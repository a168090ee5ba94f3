/** Evidence on its way out, with what its tombstone tells. */
export interface DoomedEvidence {
  id: number;
  uid: string;
  sha256: string;
  size: number;
  kind: string;
  readingId: number;
  receivedAt: number;
  isCurrent: boolean;
  /** The class that kept it longest. */
  keptBy: string;
  release: {
    id: number;
    uid: string;
    version: string;
    channel: string;
    line: string;
  };
  subject: { id: number; uid: string; entityRef: string };
}
