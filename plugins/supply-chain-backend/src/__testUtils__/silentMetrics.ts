import { SupplyChainMetrics } from '../metrics';

export const silentMetrics: SupplyChainMetrics = {
  arrived() {},
  intakeTook() {},
  judged() {},
  assessed() {},
  rootRefreshed() {},
  trustHeld() {},
  retentionRan() {},
  alarmed() {},
  scrubbed() {},
};
