/**
 * The plugin for the new frontend system.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  PageBlueprint,
  SubPageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  RetentionClient,
  SupplyChainClient,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { RiShieldCheckLine } from '@remixicon/react';
import { retentionApiRef, supplyChainApiRef } from './api';
import { LazyLiveStatus } from './components/LiveStatus/LazyLiveStatus';
import { docsRouteRef, entityContentRouteRef, rootRouteRef } from './routes';

const supplyChainApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: supplyChainApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SupplyChainClient(deps),
    }),
});

const retentionApi = ApiBlueprint.make({
  name: 'retention',
  params: defineParams =>
    defineParams({
      api: retentionApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new RetentionClient(deps),
    }),
});

const portalPage = PageBlueprint.make({
  params: {
    path: '/supply-chain',
    title: 'Supply chain',
    icon: <RiShieldCheckLine />,
    routeRef: rootRouteRef,
  },
});

const releasesSubPage = SubPageBlueprint.make({
  name: 'releases',
  params: {
    path: 'releases',
    title: 'Releases',
    loader: () =>
      import('./components/PortalPage').then(m => <m.ReleasesContent />),
  },
});

const healthSubPage = SubPageBlueprint.make({
  name: 'health',
  params: {
    path: 'health',
    title: 'Pipeline health',
    loader: () =>
      import('./components/PortalPage').then(m => <m.HealthContent />),
  },
});

const pipelinesSubPage = SubPageBlueprint.make({
  name: 'pipelines',
  params: {
    path: 'pipelines',
    title: 'Known pipelines',
    loader: () =>
      import('./components/PipelinesPage').then(m => <m.PipelinesContent />),
  },
});

const trustSubPage = SubPageBlueprint.make({
  name: 'trust',
  params: {
    path: 'trust',
    title: 'Trust',
    loader: () =>
      import('./components/TrustPage').then(m => <m.TrustContent />),
  },
});

const retentionSubPage = SubPageBlueprint.make({
  name: 'retention',
  params: {
    path: 'retention',
    title: 'Retention',
    loader: () =>
      import('./components/RetentionPage').then(m => <m.RetentionContent />),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/supply-chain',
    title: 'Supply chain',
    group: 'security',
    icon: <RiShieldCheckLine />,
    routeRef: entityContentRouteRef,
    filter: { kind: 'component' },
    loader: () => import('./components/EntityTab').then(m => <m.EntityTab />),
  },
});

const entityCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () =>
      import('./components/OverviewCard').then(m => <m.OverviewCard />),
  },
});

const liveStatusAddon = AddonBlueprint.make({
  name: 'live-status',
  params: {
    name: 'SupplyChainLiveStatus',
    location: TechDocsAddonLocations.Subheader,
    component: LazyLiveStatus,
  },
});

/** The plugin for the new frontend system. @public */
export default createFrontendPlugin({
  pluginId: 'supply-chain',
  title: 'Supply chain',
  icon: <RiShieldCheckLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { docs: docsRouteRef },
  extensions: [
    supplyChainApi,
    retentionApi,
    portalPage,
    releasesSubPage,
    healthSubPage,
    pipelinesSubPage,
    trustSubPage,
    retentionSubPage,
    entityContent,
    entityCard,
    liveStatusAddon,
  ],
});
