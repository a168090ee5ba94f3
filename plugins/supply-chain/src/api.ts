import { createApiRef } from '@backstage/frontend-plugin-api';
import { SupplyChainApi } from '@hotpass/backstage-plugin-supply-chain-common';

/** The supply-chain backend, as the pages use it. @public */
export const supplyChainApiRef = createApiRef<SupplyChainApi>({
  id: 'plugin.supply-chain.client',
});
