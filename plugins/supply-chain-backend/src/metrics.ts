import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Every measure of the write side, with its name in one place. */
export interface SupplyChainMetrics {
  arrived(outcome: 'accepted' | 'known' | 'refused', code?: string): void;
  intakeTook(seconds: number): void;
  judged(verdict: string, seconds: number): void;
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
  return {
    arrived(outcome, code) {
      arrivals.add(1, code ? { outcome, code } : { outcome });
    },
    intakeTook(seconds) {
      intake.record(seconds);
    },
    judged(verdict, seconds) {
      judgement.record(seconds, { verdict });
    },
  };
}
