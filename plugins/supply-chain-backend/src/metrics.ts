import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Every measure of the write side, with its name in one place. */
export interface SupplyChainMetrics {
  arrived(outcome: 'accepted' | 'known' | 'refused', code?: string): void;
  intakeTook(seconds: number): void;
  judged(verdict: string, seconds: number): void;
  /** A signed document was checked under a trust policy. */
  assessed(state: 'verified' | 'failed' | 'unchecked', seconds: number): void;
  /** A TUF repository was asked for a trusted root. */
  rootRefreshed(outcome: 'new' | 'unchanged' | 'failed'): void;
  /** Trust of an entity waits for a person, or does not any more. */
  trustHeld(change: 'held' | 'confirmed'): void;
  retentionRan(
    outcome: string,
    counts: { deleted: number; unlinked: number; bytes: number },
  ): void;
  alarmed(kind: string): void;
  /** Bytes that were re-read, by what that told. */
  scrubbed(condition: string, bytes: number): void;
}

export function createMetrics(metrics: MetricsService): SupplyChainMetrics {
  const arrivals = metrics.createCounter('supply_chain.arrivals', {
    description: 'Documents that arrived, by outcome and refusal code',
  });
  const intake = metrics.createHistogram('supply_chain.intake.duration', {
    description: 'From the first byte to the recorded receipt',
    unit: 'seconds',
  });
  const judgement = metrics.createHistogram('supply_chain.judgement.duration', {
    description: 'From the mark to the stored decision',
    unit: 'seconds',
  });
  const assessment = metrics.createHistogram(
    'supply_chain.assessment.duration',
    {
      description: 'Checking the signature of one document, by what it told',
      unit: 'seconds',
    },
  );
  const refreshes = metrics.createCounter('supply_chain.trust.root.refreshes', {
    description: 'Times that a TUF repository was asked, by outcome',
  });
  const held = metrics.createCounter('supply_chain.trust.holds', {
    description: 'Entities whose trust was held or confirmed',
  });
  const runs = metrics.createCounter('supply_chain.retention.runs', {
    description: 'Runs of retention, by how they ended',
  });
  const deleted = metrics.createCounter('supply_chain.retention.deleted', {
    description: 'Pieces of evidence that became tombstones',
  });
  const freed = metrics.createCounter('supply_chain.retention.freed', {
    description: 'Stored bytes that retention removed',
    unit: 'bytes',
  });
  const alarms = metrics.createCounter('supply_chain.retention.alarms', {
    description: 'Alarms that were raised, by kind',
  });
  const scrubbed = metrics.createCounter('supply_chain.scrub.bytes', {
    description: 'Stored bytes that were re-read, by condition',
    unit: 'bytes',
  });
  return {
    retentionRan(outcome, counts) {
      runs.add(1, { outcome });
      deleted.add(counts.deleted);
      freed.add(counts.bytes);
    },
    alarmed(kind) {
      alarms.add(1, { kind });
    },
    scrubbed(condition, bytes) {
      scrubbed.add(bytes, { condition });
    },
    arrived(outcome, code) {
      arrivals.add(1, code ? { outcome, code } : { outcome });
    },
    intakeTook(seconds) {
      intake.record(seconds);
    },
    judged(verdict, seconds) {
      judgement.record(seconds, { verdict });
    },
    assessed(state, seconds) {
      assessment.record(seconds, { state });
    },
    rootRefreshed(outcome) {
      refreshes.add(1, { outcome });
    },
    trustHeld(change) {
      held.add(1, { change });
    },
  };
}
