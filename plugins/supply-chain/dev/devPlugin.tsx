import {
  PageBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { DevEntityPage } from './DevEntityPage';
import { DevIndexPage } from './DevIndexPage';

/** An index of states, and an entity page that needs no catalog. */
export const devPlugin = createFrontendPlugin({
  pluginId: 'dev',
  extensions: [
    PageBlueprint.make({
      name: 'index',
      params: {
        path: '/',
        title: 'States',
        loader: async () => <DevIndexPage />,
      },
    }),
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        title: 'Entity',
        noHeader: true,
        routeRef: entityRouteRef,
        loader: async () => <DevEntityPage />,
      },
    }),
  ],
});
