import { renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  HOLDS_QUERY,
  RetentionApi,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  inMemoryRetention,
  overview,
} from '../../__fixtures__/retentionFixtures';
import { retentionApiRef } from '../../api';
import { RetentionView } from '.';

function show(part: string, options: { api?: Partial<RetentionApi> } = {}) {
  return open(`retention.part=${part}`, options);
}

function open(query: string, options: { api?: Partial<RetentionApi> } = {}) {
  return renderInTestApp(<RetentionView />, {
    initialRouteEntries: [`/?${query}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [
        permissionApiRef,
        { authorize: async () => ({ result: 'ALLOW' }) } as any,
      ],
      [retentionApiRef, { ...inMemoryRetention(), ...options.api }],
    ],
  });
}
async function give(dialog: HTMLElement, name: RegExp | string, text: string) {
  await userEvent.click(within(dialog).getByRole('textbox', { name }));
  await userEvent.paste(text);
}

describe('RetentionView', () => {
  it('is loud about what needs a person, who confirms it with a reason', async () => {
    const confirmAlarm = jest.fn(async () => overview.alarms[0]);
    show('overview', { api: { confirmAlarm } });
    const needs = await screen.findByRole('region', { name: 'Needs a look' });
    const [volume, corrupt, unreadable] = within(needs).getAllByRole('alert');
    expect(volume).toHaveTextContent('904 documents, and 500 is the limit');
    expect(
      within(corrupt).queryByRole('button', { name: 'Confirm' }),
    ).toBeNull();
    expect(unreadable).toHaveTextContent(
      /^Bytes could not be read.*\(EIO\); every run tries again/,
    );
    expect(screen.getByText(/1 could not be read/)).toBeVisible();
    await userEvent.click(
      within(volume).getByRole('button', { name: 'Confirm' }),
    );
    const dialog = await screen.findByRole('dialog');
    await give(dialog, /Reason/, 'It is meant');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Confirm' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(confirmAlarm).toHaveBeenCalledWith('alarm-1', 'It is meant');
  });

  it('counts by class, and says what the last runs did', async () => {
    show('overview');
    const row = await screen.findByRole('row', { name: /^changes/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['904', '1 GB', '904', '904', '0', '3']);
    expect(screen.getByText('stopped by an alarm')).toBeVisible();
    expect(
      screen.getByText('It would have marked 904 documents; 500 is the limit.'),
    ).toBeVisible();
  });

  it('says what goes next, and what stays whatever the date', async () => {
    show('next');
    const [kept, marked] = await screen.findAllByRole('listitem');
    expect(kept).toHaveTextContent('live, held');
    expect(marked).toHaveTextContent(/marked, goes 4 December( 2026)?/);
    expect(marked).toHaveTextContent('By rule changes');
  });

  it('opens at the holds by the query that links to them have', async () => {
    open(HOLDS_QUERY);
    const tab = await screen.findByRole('tab', { name: 'Legal holds' });
    expect(tab).toHaveAttribute('aria-selected', 'true');
  });

  it('places a hold on a pattern, with a reference and a day of review', async () => {
    const placeHold = jest.fn(inMemoryRetention().placeHold);
    show('holds', { api: { placeHold } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Place a hold' }),
    );
    const dialog = await screen.findByRole('dialog');
    await give(dialog, /Entity ref/, 'component:default/checkout');
    await give(dialog, /Reference/, 'CASE-18');
    const place = within(dialog).getByRole('button', { name: 'Place a hold' });
    await userEvent.click(place);
    expect(placeHold).not.toHaveBeenCalled();
    await give(dialog, /Reason/, 'Litigation');
    await userEvent.click(place);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(placeHold).toHaveBeenCalledWith({
      target: { entityRef: 'component:default/checkout' },
      reason: 'Litigation',
      reference: 'CASE-18',
      reviewAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
    });
  });

  it('says what a query covers before it is placed', async () => {
    const { previewHold, placeHold } = inMemoryRetention();
    const api = {
      previewHold: jest.fn(previewHold),
      placeHold: jest.fn(placeHold),
    };
    show('holds', { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Place a hold' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Fill in what is to be held');
    await userEvent.click(
      within(dialog).getByRole('button', { name: /What is held/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /matches a query/ }),
    );
    await give(dialog, 'Owner', 'group:default/payments');
    await give(dialog, 'Labels', 'tier=one');
    await userEvent.click(
      within(dialog).getByRole('button', { name: /^Evidence|Evidence$/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Signature' }),
    );
    const preview = await within(dialog).findByRole('region', {
      name: 'Would cover',
    });
    expect(preview).toHaveTextContent(
      'Would cover: 1 entity, 31 releases, 212 documents, 700 MB',
    );
    expect(preview).toHaveTextContent('matched once, and stays covered');
    expect(preview).toHaveTextContent('What is hidden from you would be');
    const target = {
      query: {
        owner: 'group:default/payments',
        labels: { tier: 'one' },
        kinds: ['signature'],
      },
    };
    expect(api.previewHold.mock.lastCall?.[0]).toEqual(target);
    await give(dialog, /Reference/, 'CASE-19');
    await give(dialog, /Reason/, 'Litigation');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Place a hold' }),
    );
    await waitFor(() =>
      expect(api.placeHold).toHaveBeenCalledWith(
        expect.objectContaining({ target, reference: 'CASE-19' }),
      ),
    );
  });

  it('lists what a hold covers, and names a release as people do', async () => {
    const [held] = await inMemoryRetention().getHolds();
    const about = {
      entityRef: 'component:default/checkout',
      version: '2.4.1',
    };
    const getHolds = async () => [
      { ...held, target: { releaseId: 'f00d' }, about },
    ];
    show('holds', { api: { getHolds } });
    expect(
      await screen.findByRole('heading', { name: 'Release: checkout 2.4.1' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByText('covers 1 entity, 31 releases, 212 documents, 700 MB'),
    );
    const covered = await screen.findByRole('list', {
      name: 'Entities that are covered',
    });
    expect(
      within(covered).getByRole('link', { name: 'checkout' }),
    ).toBeVisible();
    expect(covered).toHaveTextContent('no longer in the catalog');
  });

  it('shows what the server says where a hold may not be lifted', async () => {
    const liftHold = async () => {
      throw new Error('Only another person than who placed it may lift it');
    };
    show('holds', { api: { liftHold } });
    await userEvent.click(await screen.findByRole('button', { name: 'Lift' }));
    const dialog = await screen.findByRole('dialog');
    await give(dialog, /Reason/, 'Settled');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lift' }));
    expect(
      await within(dialog).findByText(
        'Only another person than who placed it may lift it',
      ),
    ).toBeVisible();
  });

  it('looks up a digest: where it is, and where it went', async () => {
    const getTombstones = jest.fn(inMemoryRetention().getTombstones);
    show('gone', { api: { getTombstones } });
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'sha256 of the bytes' }),
      'F'.repeat(64),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Look it up' }));
    await waitFor(() =>
      expect(getTombstones.mock.lastCall?.[0]).toMatchObject({
        digest: `sha256:${'f'.repeat(64)}`,
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'checkout 2.4.1' }),
    ).toBeVisible();
    expect(screen.getByText('erased; only the digest is kept')).toBeVisible();
  });

  it('says what is wrong with a digest before it asks for it', async () => {
    const getTombstones = jest.fn(inMemoryRetention().getTombstones);
    show('gone', { api: { getTombstones } });
    const field = await screen.findByRole('textbox', {
      name: 'sha256 of the bytes',
    });
    await userEvent.type(field, 'sha256:12ab');
    const submit = screen.getByRole('button', { name: 'Look it up' });
    await userEvent.click(submit);
    expect(screen.getByText(/These are 4 characters/)).toBeVisible();
    expect(field).toBeInvalid();
    for (const [query] of getTombstones.mock.calls) {
      expect(query).not.toHaveProperty('digest', expect.anything());
    }
    await userEvent.clear(field);
    expect(field).toBeValid();
    await userEvent.type(field, ` SHA256:${'A'.repeat(64)} `);
    await userEvent.click(submit);
    await waitFor(() =>
      expect(getTombstones.mock.lastCall?.[0]).toMatchObject({
        digest: `sha256:${'a'.repeat(64)}`,
      }),
    );
  });

  it('lists links of docs that lead nowhere, and which docs it could not read', async () => {
    show('overview');
    const list = await screen.findByRole('list', {
      name: 'Links to evidence that lead nowhere',
    });
    const [deleted, unknown] = within(list).getAllByRole('listitem');
    expect(deleted).toHaveTextContent(
      /runbooks incidents\/ ?links to ?checkout/,
    );
    expect(deleted).toHaveTextContent(/Deleted .* By rule changes/);
    expect(unknown).toHaveTextContent('/releases/rel-9');
    expect(unknown).toHaveTextContent('Nothing is known of it');
    const docs = screen.getByRole('list', {
      name: 'Docs that could not be read',
    });
    expect(docs).toHaveTextContent(
      'legacy could not be read: TechDocs answered 503',
    );
    expect(
      screen.getByText(/Docs of 12 entities looked through/),
    ).toBeVisible();
  });

  it('says that no docs were looked through yet, and that no link is dead', async () => {
    const docs = { read: 0, unpublished: 0, unreadable: [] };
    show('overview', {
      api: { getDeadReferences: async () => ({ items: [], docs }) },
    });
    expect(
      await screen.findByText(/^No docs were looked through yet/),
    ).toBeVisible();
  });

  it('shows what a proposal would release before anybody approves it', async () => {
    const approveProposal = jest.fn(
      async () => (await inMemoryRetention().getProposals())[0],
    );
    show('rules', { api: { approveProposal } });
    expect(
      await screen.findByText(
        '9,800 documents would be kept for a shorter time; 1,200 documents would go with the next run.',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    const dialog = await screen.findByRole('dialog');
    await give(dialog, /Reason/, 'Agreed');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    await waitFor(() =>
      expect(approveProposal).toHaveBeenCalledWith('prop-1', 'Agreed'),
    );
  });

  it('says who read what', async () => {
    show('reads');
    const row = await screen.findByRole('row', { name: /grace/ });
    expect(row).toHaveTextContent('downloaded checkout 2.4.1 SBOM bom.json');
    expect(row).toHaveTextContent('3 times');
  });

  it.each(['overview', 'next', 'holds', 'gone', 'rules', 'reads'])(
    'tells on %s what could not be loaded',
    async part => {
      const fail = async () => {
        throw new Error('The database is away');
      };
      show(part, {
        api: {
          getOverview: fail,
          getDeadReferences: async () => {
            throw new Error('The docs are away');
          },
          getExpiring: fail,
          getHolds: fail,
          getTombstones: fail,
          getClasses: fail,
          getAccesses: fail,
        },
      });
      expect(await screen.findByText('The database is away')).toBeVisible();
    },
  );
});
