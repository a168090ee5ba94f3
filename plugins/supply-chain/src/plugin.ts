import type { JSX } from 'react';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  createTechDocsAddonExtension,
  TechDocsAddonLocations,
} from '@backstage/plugin-techdocs-react';
import {
  RetentionClient,
  SupplyChainClient,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { retentionApiRef, supplyChainApiRef } from './api';
import { LazyLiveStatus } from './components/LiveStatus/LazyLiveStatus';
import { docsRouteRef, entityContentRouteRef, rootRouteRef } from './routes';

/** The plugin for apps of the legacy frontend system. @public */
export const supplyChainPlugin = createPlugin({
  id: 'supply-chain',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { docs: docsRouteRef },
  apis: [
    createApiFactory({
      api: supplyChainApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SupplyChainClient(deps),
    }),
    createApiFactory({
      api: retentionApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new RetentionClient(deps),
    }),
  ],
});

/** The portal page with its header and tabs. @public */
export const SupplyChainPage: () => JSX.Element = supplyChainPlugin.provide(
  createRoutableExtension({
    name: 'SupplyChainPage',
    component: () => import('./components/PortalPage').then(m => m.PortalPage),
    mountPoint: rootRouteRef,
  }),
);

/** The entity tab: can this ship? @public */
export const EntitySupplyChainContent: () => JSX.Element =
  supplyChainPlugin.provide(
    createRoutableExtension({
      name: 'EntitySupplyChainContent',
      component: () => import('./components/EntityTab').then(m => m.EntityTab),
      mountPoint: entityContentRouteRef,
    }),
  );

/** The overview card: verdict, first fix, one link. @public */
export const EntitySupplyChainCard: () => JSX.Element =
  supplyChainPlugin.provide(
    createComponentExtension({
      name: 'EntitySupplyChainCard',
      component: {
        lazy: () =>
          import('./components/OverviewCard').then(m => m.OverviewCard),
      },
    }),
  );

/** What is true now, above the docs of a companion or of an entity. @public */
export const SupplyChainLiveStatus: () => JSX.Element | null =
  supplyChainPlugin.provide(
    createTechDocsAddonExtension({
      name: 'SupplyChainLiveStatus',
      location: TechDocsAddonLocations.Subheader,
      component: LazyLiveStatus,
    }),
  );
