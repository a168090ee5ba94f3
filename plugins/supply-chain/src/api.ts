import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  RetentionApi,
  SupplyChainApi,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** The supply-chain backend, as the pages use it. @public */
export const supplyChainApiRef = createApiRef<SupplyChainApi>({
  id: 'plugin.supply-chain.client',
});

/** How evidence is kept, as the pages ask for it. @public */
export const retentionApiRef = createApiRef<RetentionApi>({
  id: 'plugin.supply-chain.retention',
});
