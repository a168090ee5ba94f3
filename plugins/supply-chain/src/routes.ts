import { createRouteRef } from '@backstage/core-plugin-api';

/** The portal page. Works in both frontend systems. @public */
export const rootRouteRef = createRouteRef({ id: 'supply-chain' });

/** The entity tab. Works in both frontend systems. @public */
export const entityContentRouteRef = createRouteRef({
  id: 'supply-chain:entity',
});
