import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { SupplyChainApi } from '@hotpass/backstage-plugin-supply-chain-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { inMemoryApi } from '../../__fixtures__/inMemoryApi';
import { trustPolicy, trustTest } from '../../__fixtures__/trustFixtures';
import { supplyChainApiRef } from '../../api';
import { TrustView } from '.';

function show(api: Partial<SupplyChainApi> = {}) {
  return renderInTestApp(<TrustView />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [[supplyChainApiRef, { ...inMemoryApi(), ...api } as SupplyChainApi]],
  });
}
const bundle = new File(['{}'], 'provenance.sigstore.json');

describe('TrustView', () => {
  it('says who may vouch for what, and what is over', async () => {
    show();
    const lines = await screen.findByRole('region', {
      name: 'Who may vouch for what',
    });
    const [first, second] = within(lines).getAllByRole('listitem');
    expect(first).toHaveTextContent('checkout-releases');
    expect(first).toHaveTextContent('worth SLSA build level 3');
    expect(first).toHaveTextContent(
      '1 log entry, 1 certificate timestamp, 1 trusted time',
    );
    expect(second).toHaveTextContent(/Compromised since 1 October( 2026)?/);
    expect(second).toHaveTextContent('Nothing that you may see relies on it.');
  });

  it('says which version of a root is used, of which repository, since when', async () => {
    const [root] = trustPolicy.roots;
    const { mirror, initialRoot } = root.repository!;
    const unreached = {
      ...root,
      name: 'other',
      refreshedAt: undefined,
      repository: { mirror, initialRoot },
    };
    const policy = { ...trustPolicy, roots: [root, unreached] };
    show({ getTrustPolicy: async () => policy });
    const material = await screen.findByRole('region', {
      name: 'What signatures are checked with',
    });
    const [first, second] = within(material).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /from https:\/\/tuf\.acme\.example; version 3 of its root, 7 of its targets, in use since .*; last reached/,
    );
    expect(second).toHaveTextContent('not reached yet');
    expect(second).not.toHaveTextContent('last reached');
  });

  it('asks what relies on a line only when it is opened', async () => {
    const getTrustDependents = jest.fn(inMemoryApi().getTrustDependents);
    show({ getTrustDependents });
    const title = await screen.findByText('2 documents rely on it');
    expect(getTrustDependents).not.toHaveBeenCalled();
    await userEvent.click(title);
    expect(
      await screen.findByRole('link', { name: 'checkout 2.4.1' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/supply-chain?release=rel-241&section=evidence',
    );
    expect(screen.getByText('no longer trusted')).toBeVisible();
  });

  it('tries a document for an entity, and marks the line that would apply', async () => {
    const testTrust = jest.fn(async () => trustTest);
    show({ testTrust });
    const submit = await screen.findByRole('button', { name: 'Try it' });
    expect(submit).toBeDisabled();
    await userEvent.upload(screen.getByLabelText('Choose a file'), bundle);
    await userEvent.type(
      screen.getByRole('textbox', { name: /Entity/ }),
      'component:default/checkout',
    );
    await userEvent.click(submit);
    expect(
      await screen.findByText('Would be trusted, by line checkout-releases'),
    ).toBeVisible();
    expect(testTrust).toHaveBeenCalledWith(
      { body: bundle, entityRef: 'component:default/checkout' },
      expect.anything(),
    );
    expect(
      screen.getByText('Would apply to the document that was tried'),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /legacy-key is about another signer/ }),
    ).toBeVisible();
  });

  it('says why a document does not hold, and that the portal could not tell', async () => {
    const testTrust = jest
      .fn()
      .mockResolvedValueOnce({
        ...trustTest,
        state: 'failed',
        reason: 'The payload is another than the one that was signed.',
        line: undefined,
      })
      .mockRejectedValueOnce(new Error('The document is larger than 128 MiB'));
    show({ testTrust });
    await userEvent.upload(
      await screen.findByLabelText('Choose a file'),
      bundle,
    );
    const submit = screen.getByRole('button', { name: 'Try it' });
    await userEvent.click(submit);
    expect(
      await screen.findByText('The signature does not hold'),
    ).toBeVisible();
    await userEvent.click(submit);
    expect(
      await screen.findByText('The document is larger than 128 MiB'),
    ).toBeVisible();
  });

  it('shows what to configure where nobody is trusted', async () => {
    show({
      getTrustPolicy: async () => ({ ...trustPolicy, lines: [], adoption: [] }),
    });
    expect(
      await screen.findByRole('heading', { name: 'Nobody is trusted yet' }),
    ).toBeVisible();
    expect(screen.getByText(/predicateTypes:/)).toBeVisible();
  });
});
