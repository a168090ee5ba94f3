import { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  renderInTestApp as renderInNewSystem,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  EntitySupplyChainCard,
  EntitySupplyChainContent,
  isSupplyChainAvailable,
  retentionApiRef,
  supplyChainApiRef,
  supplyChainPlugin,
} from '.';
import alphaPlugin from './alpha';
import { inMemoryApi } from './__fixtures__/inMemoryApi';
import { postures } from './__fixtures__/postureFixtures';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'checkout' },
};
const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

function failingApi() {
  const api = inMemoryApi();
  api.setPosture('component:default/checkout', postures['cannot-ship']);
  return api;
}

describe('wiring', () => {
  it('offers tab, card, portal page and API to the new system', () => {
    const extensions = [
      'api:supply-chain',
      'api:supply-chain/retention',
      'page:supply-chain',
      'sub-page:supply-chain/releases',
      'sub-page:supply-chain/health',
      'sub-page:supply-chain/pipelines',
      'sub-page:supply-chain/retention',
      'sub-page:supply-chain/trust',
      'entity-content:supply-chain',
      'entity-card:supply-chain/overview',
      'addon:supply-chain/live-status',
    ] as const;
    for (const id of extensions) {
      expect(alphaPlugin.getExtension(id)).toBeDefined();
    }
  });

  it.each([
    ['entity-content:supply-chain', /^Cannot ship: 2 of 12 rules fail/],
    ['entity-card:supply-chain/overview', /^Cannot ship: 2 of 12 rules fail/],
  ] as const)('renders %s in the new system', async (id, verdict) => {
    const tester = createExtensionTester(alphaPlugin.getExtension(id));
    renderInNewSystem(
      <TestApiProvider apis={[[supplyChainApiRef, failingApi()]]}>
        <EntityProvider entity={entity}>{tester.reactElement()}</EntityProvider>
      </TestApiProvider>,
      { mountedRoutes },
    );
    const shown = await screen.findAllByText(verdict);
    expect(shown.length).toBeGreaterThan(0);
  });

  it('renders tab and card in the legacy system', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[supplyChainApiRef, failingApi()]]}>
        <EntityProvider entity={entity}>
          <Routes>
            <Route
              path="/supply-chain"
              element={<EntitySupplyChainContent />}
            />
          </Routes>
          <EntitySupplyChainCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes, routeEntries: ['/supply-chain'] },
    );
    expect(
      await screen.findByRole('heading', { name: /^Cannot ship/ }),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: /Open supply chain/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/supply-chain',
    );
  });

  it('gives the legacy app its own APIs', () => {
    const apis = [...supplyChainPlugin.getApis()].map(({ api }) => api.id);
    expect(apis).toEqual([supplyChainApiRef.id, retentionApiRef.id]);
  });

  it('is available for components only', () => {
    expect(isSupplyChainAvailable(entity)).toBe(true);
    expect(isSupplyChainAvailable({ ...entity, kind: 'Group' })).toBe(false);
  });
});
