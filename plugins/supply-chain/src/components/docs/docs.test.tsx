import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { MirrorState } from '@hotpass/backstage-plugin-supply-chain-common';
import { screen } from '@testing-library/react';
import { release } from '../../__fixtures__/releaseFixtures';
import { docsRouteRef } from '../../routes';
import { markdownReference } from './markdownReference';
import { OpenInTechDocs } from './OpenInTechDocs';

const companionRef = 'resource:default/evidence-component-checkout';
const publishedAt = '2026-11-27T12:00:00Z';

async function show(
  mirror: Partial<MirrorState>,
  options: { companion?: object; isBound?: boolean; newest?: boolean } = {},
) {
  const { companion, isBound = true, newest = true } = options;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          catalogApiRef,
          { getEntitiesByRefs: async () => ({ items: [companion] }) } as any,
        ],
      ]}
    >
      <OpenInTechDocs
        mirror={{ companionRef, state: 'publishing', ...mirror }}
        release={{ ...release, newest }}
      />
    </TestApiProvider>,
    {
      mountedRoutes: isBound
        ? { '/docs/:namespace/:kind/:name': docsRouteRef as any }
        : {},
    },
  );
}
const link = () => screen.findByRole('link', { name: /^Open in TechDocs/ });

describe('OpenInTechDocs', () => {
  it('is announced before there is anything to open', async () => {
    await show({}, { companion: {} });
    expect(
      await screen.findByRole('button', { name: /^Publishing/ }),
    ).toBeDisabled();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('waits until the catalog shows the companion', async () => {
    await show({ state: 'published', publishedAt });
    expect(
      await screen.findByRole('button', { name: /^Publishing/ }),
    ).toBeDisabled();
  });

  it('opens the overview of the newest release', async () => {
    const base = '/docs/default/resource/evidence-component-checkout/';
    await show({ state: 'published', publishedAt }, { companion: {} });
    expect(await link()).toHaveAttribute('href', base);
  });

  it('says that newer evidence is on its way, and opens what is there', async () => {
    await show({ publishedAt }, { companion: {}, newest: false });
    expect(await link()).toHaveTextContent('newer evidence is being published');
    expect(await link()).toHaveAttribute(
      'href',
      expect.stringMatching(/\/releases\/rel-241\/$/),
    );
  });

  it('is not there in an app without TechDocs', async () => {
    await show(
      { state: 'published', publishedAt },
      { companion: {}, isBound: false },
    );
    expect(screen.queryByText(/TechDocs/)).toBeNull();
  });
});

it('escapes what Markdown would take for markup', () => {
  expect(markdownReference('a [x](y) *b* `c`\n<d>', 'http://h/(a)')).toBe(
    '[a \\[x\\]\\(y\\) \\*b\\* \\`c\\` \\<d\\>](http://h/%28a%29)',
  );
});
