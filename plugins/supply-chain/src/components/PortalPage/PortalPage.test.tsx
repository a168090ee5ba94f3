import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { SupplyChainApi } from '@hotpass/backstage-plugin-supply-chain-common';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { pagedApi } from '../../__fixtures__/pagedApi';
import { signalHub } from '../../__fixtures__/signalHub';
import { supplyChainApiRef } from '../../api';
import { PortalPage } from '.';

function show(
  options: {
    api?: Partial<SupplyChainApi>;
    teams?: string[];
    at?: string;
    signals?: SignalApi;
  } = {},
) {
  const { api, teams = ['group:default/platform'], at = '/' } = options;
  const { signals = signalHub().api } = options;
  return renderInTestApp(<PortalPage />, {
    initialRouteEntries: [at],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [signalApiRef, signals],
      [supplyChainApiRef, { ...pagedApi, ...api } as SupplyChainApi],
      [
        identityApiRef,
        {
          getBackstageIdentity: async () => ({
            type: 'user' as const,
            userEntityRef: 'user:default/ada',
            ownershipEntityRefs: teams,
          }),
          getProfileInfo: async () => ({}),
          getCredentials: async () => ({}),
          signOut: async () => {},
        },
      ],
    ],
  });
}

describe('PortalPage', () => {
  it('asks for my teams first and makes each count a filter', async () => {
    const getPortfolio = jest.fn(pagedApi.getPortfolio);
    show({ api: { getPortfolio } });
    const failing = await screen.findByRole('button', {
      name: 'Cannot ship 6',
    });
    expect(getPortfolio.mock.lastCall?.[0]).toMatchObject({
      owner: ['group:default/platform'],
      state: undefined,
    });
    await userEvent.click(failing);
    await waitFor(() =>
      expect(getPortfolio.mock.lastCall?.[0]).toMatchObject({
        state: ['cannot-ship'],
      }),
    );
    expect(failing).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(
      screen.getByRole('button', { name: 'Newly broken: 1' }),
    );
    await waitFor(() =>
      expect(getPortfolio.mock.lastCall?.[0]).toMatchObject({
        newlyBroken: true,
        state: undefined,
      }),
    );
  });

  it('shows everyone, and says so, when my teams own nothing', async () => {
    const getPortfolio = jest.fn(pagedApi.getPortfolio);
    show({ api: { getPortfolio }, teams: ['group:default/nobody'] });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'all owners are shown',
    );
    const table = screen.getByRole('grid', {
      name: 'Newest release of every entity',
    });
    expect(within(table).getByText('payments-7')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await waitFor(() =>
      expect(getPortfolio.mock.lastCall?.[0]).toMatchObject({
        cursor: '25',
        owner: undefined,
      }),
    );
  });

  it('names the dots, links to the tab and shows reasons as text', async () => {
    const { container } = show();
    const row = await screen.findByRole('row', {
      name: /checkout 2\.0\.1|^checkout$/,
    });
    for (const name of [
      'SBOM: ok',
      /^Provenance: unverified for \d+ \w+$/,
      /^Scan: missing for \d+ \w+$/,
      'Checksums: not expected',
    ]) {
      expect(within(row).getByRole('img', { name })).toBeInTheDocument();
    }
    expect(within(row).getByRole('link', { name: 'checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/supply-chain',
    );
    expect(within(row).getByText(/<img src=x/)).toBeInTheDocument();
    expect(container.ownerDocument.querySelector('img')).toBeNull();
  });

  it('leads from a cause to its arrivals', async () => {
    const getArrivals = jest.fn(pagedApi.getArrivals);
    Element.prototype.scrollIntoView = jest.fn();
    show({ api: { getArrivals }, at: '/?view=health' });
    const causes = await screen.findByRole('region', {
      name: 'Broken now, by cause',
    });
    const items = await within(causes).findAllByRole('listitem');
    expect(items[items.length - 1]).toHaveTextContent(
      /Promoted although the gate said no.* · Last: edge 3\.1\.0 to production by pipeline:github\/1, /,
    );
    const [worst] = items;
    expect(worst).toHaveTextContent('Token audience is wrong');
    expect(worst).toHaveTextContent('5 entities');
    await userEvent.click(
      within(worst).getByRole('button', {
        name: 'Arrivals of: Token audience is wrong',
      }),
    );
    await waitFor(() =>
      expect(getArrivals.mock.lastCall?.[0]).toMatchObject({
        outcome: 'refused',
        code: 'token.audience',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Cause: token.audience' }),
    );
    await waitFor(() =>
      expect(getArrivals.mock.lastCall?.[0]?.code).toBeUndefined(),
    );
    const arrivals = screen.getByRole('grid', { name: 'Arrivals' });
    await waitFor(() =>
      expect(
        within(arrivals).getByText('line 48 · /components/3/name'),
      ).toBeInTheDocument(),
    );
    expect(
      within(arrivals).getByText('Write every key of an object once.'),
    ).toBeInTheDocument();
    // Equal refusals are one row, which says how many and until when
    expect(within(arrivals).getByText(/^7 times, last/)).toBeInTheDocument();
    expect(
      within(arrivals)
        .getByText(/^7 times, last/)
        .querySelector('time'),
    ).toHaveAttribute('datetime', '2026-11-23T12:40:00Z');
  });

  it('follows changes while it is open', async () => {
    const hub = signalHub();
    const getPortfolio = jest.fn(pagedApi.getPortfolio);
    show({ api: { getPortfolio }, signals: hub.api });
    await screen.findByRole('button', { name: 'Cannot ship 6' });
    getPortfolio.mockImplementation(async options => {
      const page = await pagedApi.getPortfolio(options);
      return {
        ...page,
        counts: { ...page.counts, byState: { 'cannot-ship': 7 } },
      };
    });
    await act(async () => hub.send('an-entity'));
    expect(
      await screen.findByRole(
        'button',
        { name: 'Cannot ship 7' },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
  });

  it('does not throw a reader back who has paged on', async () => {
    const hub = signalHub();
    const getPortfolio = jest.fn(pagedApi.getPortfolio);
    show({
      api: { getPortfolio },
      signals: hub.api,
      at: '/?releases.owner=all',
    });
    await userEvent.click(await screen.findByRole('button', { name: /next/i }));
    await waitFor(() =>
      expect(getPortfolio.mock.lastCall?.[0]?.cursor).toBeDefined(),
    );
    const asked = getPortfolio.mock.calls.length;
    jest.useFakeTimers();
    try {
      await act(async () => hub.send('an-entity'));
      await act(async () => jest.advanceTimersByTime(60_000));
    } finally {
      jest.useRealTimers();
    }
    expect(getPortfolio).toHaveBeenCalledTimes(asked);
  });

  it('updates causes, matrix, arrivals and status together', async () => {
    const hub = signalHub();
    const asks = {
      getHealthCauses: jest.fn(pagedApi.getHealthCauses),
      getHealthMatrix: jest.fn(pagedApi.getHealthMatrix),
      getArrivals: jest.fn(pagedApi.getArrivals),
      getPipelineStatus: jest.fn(pagedApi.getPipelineStatus),
    };
    show({ api: asks, signals: hub.api, at: '/?view=health' });
    await screen.findByRole('table', { name: 'Evidence by entity' });
    await screen.findByText('Token audience is wrong');
    for (const ask of Object.values(asks)) {
      await waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
    }
    await act(async () => hub.send('an-entity'));
    await waitFor(
      () => {
        for (const ask of Object.values(asks)) {
          expect(ask).toHaveBeenCalledTimes(2);
        }
      },
      { timeout: 10_000 },
    );
    // What was there stays until the answers come.
    expect(
      screen.getByRole('table', { name: 'Evidence by entity' }),
    ).toBeVisible();
  });

  it('has a matrix with row and column headers', async () => {
    show({ at: '/?view=health' });
    const matrix = await screen.findByRole('table', {
      name: 'Evidence by entity',
    });
    expect(
      within(matrix)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Entity', 'SBOM', 'Provenance', 'Scan', 'Checksums']);
    expect(
      within(matrix).getByRole('rowheader', { name: 'ledger 2.3.1' }),
    ).toBeInTheDocument();
  });

  it('is loud about the queue and collectors only when they are bad', async () => {
    const status = await pagedApi.getPipelineStatus();
    const [collector] = status.collectors;
    const { unmount } = show({ at: '/?view=health' });
    const foot = { name: 'Collectors, storage and queue' };
    expect(await screen.findByRole('region', foot)).toHaveTextContent(
      /1 collector, last run/,
    );
    unmount();

    show({
      at: '/?view=health',
      api: {
        getPipelineStatus: async () => ({
          ...status,
          collectors: [
            { ...collector, outcome: 'failed', message: 'host not allowed' },
          ],
          queue: {
            processing: 1,
            toJudge: 4,
            oldestSince: '2026-01-01T00:00:00Z',
          },
        }),
      },
    });
    const loud = await screen.findByRole('region', foot);
    await within(loud).findByText('1 of 1 collectors failed');
    expect(loud).toHaveTextContent('ledger: host not allowed');
    expect(loud).toHaveTextContent(/1 being read, 4 to be judged, waiting for/);
  });
});
