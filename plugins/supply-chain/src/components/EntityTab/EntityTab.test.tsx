import { Entity } from '@backstage/catalog-model';
import {
  TestApiProvider,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  PostureState,
  SupplyChainSignal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InMemoryApi, inMemoryApi } from '../../__fixtures__/inMemoryApi';
import { heldPosture, postures } from '../../__fixtures__/postureFixtures';
import { supplyChainApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { EntityTab } from './EntityTab';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'checkout' },
};
const entityRef = 'component:default/checkout';
const failure = (statusCode: number) =>
  Object.assign(new Error(`Answered ${statusCode}`), { statusCode });

let api: InMemoryApi;
let listeners: ((message: SupplyChainSignal) => void)[];

function show(address = '/') {
  const signals = {
    subscribe: (_channel: string, onMessage: any) => {
      listeners.push(onMessage);
      return { unsubscribe: () => {} };
    },
  };
  renderInTestApp(
    <TestApiProvider
      apis={[
        [supplyChainApiRef, api],
        [signalApiRef, signals],
        [
          permissionApiRef,
          { authorize: async () => ({ result: 'ALLOW' }) } as any,
        ],
      ]}
    >
      <EntityProvider entity={entity}>
        <EntityTab />
      </EntityProvider>
    </TestApiProvider>,
    {
      initialRouteEntries: [address],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/supply-chain': rootRouteRef,
      },
    },
  );
}
const verdict = () => screen.findByRole('heading', { level: 2 });

beforeEach(() => {
  api = inMemoryApi();
  listeners = [];
});

describe('EntityTab', () => {
  const sentences: [PostureState, RegExp][] = [
    [
      'cannot-ship',
      /^Cannot ship: 2 of 12 rules fail, 1 of them new since 2\.4\.0\.$/,
    ],
    ['can-ship', /^Can ship: all 14 rules pass, 1 with a warning\.$/],
    [
      'would-not-ship',
      /^Would not ship \(observing only, enforced from 1 March( 2027)?\): 2 of 12 rules fail/,
    ],
    [
      'out-of-date',
      /^Passed on 12 November( 2026)?; 2\.5\.0 was tagged .* without evidence\.$/,
    ],
    [
      'could-not-judge',
      /^Could not judge: the policy did not answer within 5 seconds$/,
    ],
    ['not-known', /^Not known yet: nothing has been sent/],
    ['not-in-scope', /^Not in scope/],
  ];
  it.each(sentences)('says of %s what it is', async (state, sentence) => {
    api.setPosture(entityRef, postures[state]);
    show();
    expect(await verdict()).toHaveTextContent(sentence);
  });

  it('shows the fix with its path and command, the evidence, and what changed', async () => {
    api.setPosture(entityRef, postures['cannot-ship']);
    show();
    await verdict();
    expect(
      screen.getByText('AGPL-3.0-only is not allowed: foo 2.1.0'),
    ).toBeVisible();
    expect(
      screen.getByRole('group', { name: /checkout, bar, foo/ }),
    ).toBeVisible();
    expect(screen.getByText('npm install bar@4')).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Evidence: 3 of 4 expected' }),
    ).toBeVisible();
    expect(screen.getByText('missing since 2.3.0')).toBeVisible();
    expect(
      screen.getByText(/components: 12 added, 3 removed, 40 updated/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Will fail from 1 March 2027: 1 rule'),
    ).toBeVisible();
  });

  it('opens the section and the release that the address names', async () => {
    api.setPosture(entityRef, postures['cannot-ship']);
    show('/?release=rel-240&section=rules');
    await verdict();
    expect(screen.getByRole('tab', { name: /^Rules/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(
      screen.getByRole('button', { name: /2\.4\.0 · main.*Release$/ }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: /^Components/ }));
    expect(
      await screen.findByRole('tab', { name: /^Components/, selected: true }),
    ).toBeVisible();
  });

  const announce = (signalId: string) =>
    act(async () => {
      for (const listener of listeners) {
        listener({ type: 'posture-changed', signalId });
      }
    });

  it('follows a signal for this entity and ignores others', async () => {
    const signalId = 'a1b2';
    api.setPosture(entityRef, { ...postures['cannot-ship'], signalId });
    show();
    expect(await verdict()).toHaveTextContent(/^Cannot ship/);
    const asked = jest.spyOn(api, 'getPosture');
    await announce('c3d4');
    expect(asked).not.toHaveBeenCalled();
    api.setPosture(entityRef, { ...postures['can-ship'], signalId });
    await announce(signalId);
    await waitFor(async () =>
      expect(await verdict()).toHaveTextContent(/^Can ship/),
    );
  });

  it('looks again after any signal while nothing is known of the entity', async () => {
    api.setPosture(entityRef, {
      ...postures['not-known'],
      signalId: undefined,
    });
    show();
    await verdict();
    api.setPosture(entityRef, postures['can-ship']);
    await announce('c3d4');
    const gathered = { timeout: 4000 };
    expect(
      await screen.findByRole('heading', { name: /^Can ship/ }, gathered),
    ).toBeVisible();
  });

  it('fills in the pipeline file, and sends a file as the person', async () => {
    show();
    expect(
      await screen.findByText(/SUPPLY_CHAIN_PORTAL: http/),
    ).toHaveTextContent('--entity component:default/checkout');
    const expected = screen.getByRole('heading', {
      name: 'Expected of this component',
    });
    expect(expected).toBeVisible();
    await userEvent.upload(
      await screen.findByLabelText('Choose a file'),
      new File(['{}'], 'bom.json', { type: 'application/json' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Version/ }),
      '2.4.1',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(
      await screen.findByText(/^Can ship/, { selector: 'h2' }),
    ).toBeVisible();
    expect(api.submitted).toEqual([
      expect.objectContaining({
        entityRef,
        release: '2.4.1',
        fileName: 'bom.json',
      }),
    ]);
  });

  it('takes a file that is dropped anywhere on the tab', async () => {
    api.setPosture(entityRef, postures['cannot-ship']);
    show();
    const dataTransfer = {
      types: ['Files'],
      files: [new File(['{}'], 'bom.json', { type: 'application/json' })],
    };
    fireEvent.dragOver(await verdict(), { dataTransfer });
    expect(screen.getByText(/^Drop the file to send it/)).toBeVisible();
    fireEvent.drop(await verdict(), { dataTransfer });
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('bom.json')).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(api.submitted).toEqual([
        expect.objectContaining({ release: '2.4.1', fileName: 'bom.json' }),
      ]),
    );
  });

  it('tells no permission from not there and from broken', async () => {
    api.setPosture(entityRef, failure(403));
    show();
    const alert = await screen.findByRole('alert');
    expect(
      within(alert).getByText('You may not see the evidence of this component'),
    ).toBeVisible();
    api.setPosture(entityRef, failure(404));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText(/does not know this component/),
    ).toBeVisible();
    api.setPosture(entityRef, failure(500));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/could not be loaded/)).toBeVisible();
    api.setPosture(entityRef, postures['can-ship']);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await verdict()).toHaveTextContent(/^Can ship/);
  });

  it('keeps the last verdict when an update fails', async () => {
    api.setPosture(entityRef, { ...postures['can-ship'], signalId: 'a1b2' });
    show();
    await verdict();
    api.setPosture(entityRef, failure(503));
    await announce('a1b2');
    expect(await screen.findByText(/could not be updated/)).toBeVisible();
    expect(await verdict()).toHaveTextContent(/^Can ship/);
  });

  it('says beside the verdict that a legal hold covers the release', async () => {
    const holds = [
      { since: '2026-08-01T00:00:00Z', id: 'hold-1', reference: 'CASE-17' },
    ];
    api.setPosture(entityRef, { ...postures['can-ship'], holds });
    show();
    const note = await screen.findByRole('note', { name: 'Legal hold' });
    expect(note).toHaveTextContent(
      /^Under a legal hold.*CASE-17.*since 1 August( 2026)?: nothing of this release/,
    );
    expect(within(note).getByRole('link', { name: 'CASE-17' })).toHaveAttribute(
      'href',
      '/supply-chain/retention?retention.part=holds',
    );
  });

  it('tells who may not see retention no more than that there is a hold', async () => {
    const holds = [{ since: '2026-08-01T00:00:00Z' }];
    api.setPosture(entityRef, { ...postures['can-ship'], holds });
    show();
    const note = await screen.findByRole('note', { name: 'Legal hold' });
    expect(note).toHaveTextContent(/^Under a legal hold ?since/);
    expect(within(note).queryByRole('link')).toBeNull();
  });

  it('holds trust until a person confirms the source that is shown', async () => {
    api.setPosture(entityRef, heldPosture);
    const confirmTrust = jest.spyOn(api, 'confirmTrust');
    show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look at what changed' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Is this still the same component?',
    });
    expect(dialog).toHaveTextContent('acme-labs/checkout');
    const confirm = within(dialog).getByRole('button', { name: 'Confirm' });
    await userEvent.click(confirm);
    expect(confirmTrust).not.toHaveBeenCalled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'It moved');
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(screen.queryByText(/is trusted for now/)).toBeNull(),
    );
    expect(confirmTrust).toHaveBeenCalledWith(entityRef, {
      reason: 'It moved',
      source: heldPosture.trust?.held?.now,
    });
  });
});
