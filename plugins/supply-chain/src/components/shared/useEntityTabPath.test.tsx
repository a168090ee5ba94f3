import {
  PageBlueprint,
  coreExtensionData,
  createExtensionInput,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import supplyChainPlugin from '../../alpha';
import { useEntityTabPath } from './useEntityTabPath';

const page = '/catalog/:namespace/:kind/:name';

function Probe() {
  const tabPath = useEntityTabPath();
  return (
    <span>
      {tabPath('component:default/checkout', { section: 'evidence' })}
    </span>
  );
}

/** The catalog's entity page, as far as a tab needs one. */
const catalog = createFrontendPlugin({
  pluginId: 'catalog',
  extensions: [
    PageBlueprint.makeWithOverrides({
      name: 'entity',
      inputs: {
        contents: createExtensionInput([
          coreExtensionData.reactElement,
          coreExtensionData.routePath,
        ]),
        cards: createExtensionInput([coreExtensionData.reactElement]),
      },
      factory: original =>
        original({
          path: page,
          routeRef: entityRouteRef,
          loader: async () => <Probe />,
        }),
    }),
  ],
});

describe('useEntityTabPath', () => {
  it.each([
    [undefined, 'supply-chain'],
    ['/can-it-ship', 'can-it-ship'],
  ])('leads to the path that the app configures: %s', async (path, tab) => {
    renderTestApp({
      features: [catalog, supplyChainPlugin],
      config: {
        app: {
          extensions: path
            ? [{ 'entity-content:supply-chain': { config: { path } } }]
            : [],
        },
      },
      initialRouteEntries: ['/catalog/default/component/checkout'],
    });
    expect(
      await screen.findByText(
        `/catalog/default/component/checkout/${tab}?section=evidence`,
      ),
    ).toBeInTheDocument();
  });

  it('leads to the documented path where no extension tells', async () => {
    renderInTestApp(<Probe />, { mountedRoutes: { [page]: entityRouteRef } });
    expect(
      await screen.findByText(
        '/catalog/default/component/checkout/supply-chain?section=evidence',
      ),
    ).toBeInTheDocument();
  });
});
