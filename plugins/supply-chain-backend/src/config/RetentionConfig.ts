import { NamedClass } from '../retention/classes/types';

/** `supplyChain.retention`, parsed once; durations in milliseconds. */
export interface RetentionConfig {
  /** As configured, `default` first; what is effective is in the database. */
  classes: NamedClass[];
  liveAfterGoneMs: number;
  run: {
    intervalMs: number;
    graceMs: number;
    /** Pieces of evidence in a minute. */
    rate: number;
    dryRun: boolean;
    /** More than both is unusual. */
    alarm: { share: number; atLeast: number };
  };
  scrub: { windowMs: number; bytesPerSecond: number };
  /** Folder of the journal of tombstones. */
  journal: string;
  accessesMs: number;
}
