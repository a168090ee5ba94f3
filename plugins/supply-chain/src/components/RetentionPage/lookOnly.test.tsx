import { renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { inMemoryRetention } from '../../__fixtures__/retentionFixtures';
import { retentionApiRef } from '../../api';
import { RetentionView } from '.';

// Of its own: answers about permissions are remembered for a while
describe('RetentionView for who may only look', () => {
  it.each([
    ['overview', /unusual volume/],
    ['holds', /^component:default\/checkout|: component:default\/checkout$/],
    ['gone', /GDPR/],
    ['rules', /documents would go with the next run/],
  ])('offers nothing to change on %s', async (part, shown) => {
    renderInTestApp(<RetentionView />, {
      initialRouteEntries: [`/?retention.part=${part}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [
          permissionApiRef,
          { authorize: async () => ({ result: 'DENY' }) } as any,
        ],
        [retentionApiRef, inMemoryRetention()],
      ],
    });
    await screen.findAllByText(shown);
    const offered = screen
      .queryAllByRole('button')
      .map(button => button.textContent);
    expect(offered).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^(Confirm|Place|Lift|Still|Ask|Approve|Propose)/,
        ),
      ]),
    );
  });
});
