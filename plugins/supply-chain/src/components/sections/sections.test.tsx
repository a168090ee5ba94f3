import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { SupplyChainApi } from '@hotpass/backstage-plugin-supply-chain-common';
import { ReactElement } from 'react';
import { releaseTrust } from '../../__fixtures__/trustFixtures';
import { pagedApi } from '../../__fixtures__/pagedApi';
import {
  HOSTILE,
  baseRelease,
  evidence,
  posture,
  release,
} from '../../__fixtures__/releaseFixtures';
import { signatures } from '../../__fixtures__/signatureFixtures';
import { supplyChainApiRef } from '../../api';
import {
  ComponentsSection,
  DiffSection,
  EvidenceSection,
  FindingsSection,
  ProvenanceSection,
  RulesSection,
} from '.';

const props = { entityRef: posture.entityRef, release, posture };

function show(
  element: ReactElement,
  options: { api?: Partial<SupplyChainApi>; result?: 'ALLOW' | 'DENY' } = {},
) {
  const { api, result = 'ALLOW' } = options;
  return renderInTestApp(element, {
    apis: [
      [supplyChainApiRef, { ...pagedApi, ...api } as SupplyChainApi],
      [permissionApiRef, { authorize: async () => ({ result } as never) }],
    ],
  });
}

describe('sections below the fold', () => {
  it('pages, sorts and filters components on the server', async () => {
    const getComponents = jest.fn(pagedApi.getComponents);
    show(<ComponentsSection {...props} />, { api: { getComponents } });
    const table = await screen.findByRole('grid', { name: 'Components' });
    await within(table).findByText('@acme/package-00');
    expect(getComponents.mock.lastCall?.[1]).toMatchObject({ limit: 25 });

    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await within(table).findByText('@acme/package-25');
    expect(getComponents.mock.lastCall?.[1]).toMatchObject({ cursor: '25' });

    await userEvent.click(
      within(table).getByRole('columnheader', { name: 'Licence' }),
    );
    await waitFor(() =>
      expect(getComponents.mock.lastCall?.[1]).toMatchObject({
        sort: 'licence',
        order: 'asc',
        cursor: undefined,
      }),
    );

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search components' }),
      'package-07',
    );
    await waitFor(() =>
      expect(getComponents.mock.lastCall?.[1]).toMatchObject({
        query: 'package-07',
      }),
    );
    await waitFor(() =>
      expect(within(table).queryByText('@acme/package-25')).toBeNull(),
    );
  });

  it('asks for dependency paths only when a component is opened', async () => {
    const getPaths = jest.fn(pagedApi.getPaths);
    show(<ComponentsSection {...props} />, { api: { getPaths } });
    const open = await screen.findByRole('button', {
      name: 'Show details of @acme/package-02',
    });
    expect(getPaths).not.toHaveBeenCalled();
    await userEvent.click(open);
    expect(
      await screen.findByRole('group', {
        name: 'Dependency path: checkout, bar, foo',
      }),
    ).toHaveTextContent('via');
    expect(getPaths.mock.lastCall?.[1]).toBe('pkg-2');
  });

  it('shows a failed query with its message and tries again', async () => {
    const getFindings = jest
      .fn(pagedApi.getFindings)
      .mockRejectedValueOnce(new Error('The server is restarting'));
    show(<FindingsSection {...props} />, { api: { getFindings } });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The server is restarting');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('CVE-2026-31337')).toBeInTheDocument();
  });

  it('shows text of documents as text, and links only to http', async () => {
    const { container } = show(
      <>
        <FindingsSection {...props} />
        <RulesSection {...props} />
        <ProvenanceSection {...props} />
        <EvidenceSection {...props} />
        <DiffSection {...props} base={baseRelease} />
      </>,
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show details of CVE-2026-31337 tar-fs',
      }),
    );
    expect(
      (await screen.findAllByText(text => text.includes(HOSTILE))).length,
    ).toBeGreaterThanOrEqual(5);
    expect(container.ownerDocument.querySelector('img')).toBeNull();
    expect(
      screen.getAllByRole('link', { name: 'CVE-2026-31337' })[0],
    ).toHaveAttribute('rel', expect.stringContaining('noreferrer'));
    expect(screen.queryByRole('link', { name: /GHSA-aaaa/ })).toBeNull();
  });

  it('puts what fails first and folds away what passes', async () => {
    show(<RulesSection {...props} />);
    const fails = await screen.findByRole('list', { name: 'Fails' });
    expect(within(fails).getAllByText('Fix')).toHaveLength(2);
    expect(
      within(fails).getByText('and 2 more that are not listed'),
    ).toBeVisible();
    expect(
      within(fails).getByRole('button', {
        name: 'Copy command npm install bar@4.0.1',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /1 rule not judged/ }),
    ).toHaveAttribute('aria-expanded', 'false');
  });

  it('says what of provenance is only declared', async () => {
    show(<ProvenanceSection {...props} />);
    const trusted = await screen.findByRole('article', {
      name: 'Provenance statement 1',
    });
    expect(
      within(trusted).getAllByText('Said by a trusted signer'),
    ).toHaveLength(3);
    expect(
      within(trusted).getByText('Matches no output of this release'),
    ).toBeVisible();
    const claimed = screen.getByRole('article', {
      name: 'Provenance statement 2',
    });
    expect(within(claimed).getByText('Only declared')).toBeVisible();
    expect(within(claimed).queryByText('Said by a trusted signer')).toBeNull();
  });

  it('says what level each output has, on what it rests and what the next needs', async () => {
    const levelled = { ...props.posture, trust: releaseTrust };
    show(<ProvenanceSection {...props} posture={levelled} />);
    const levels = await screen.findByRole('region', {
      name: 'SLSA build level',
    });
    expect(
      within(levels).getByRole('heading', {
        name: 'SLSA build level 0: the lowest of its outputs',
      }),
    ).toBeVisible();
    const [attested, declared] = within(levels)
      .getAllByRole('listitem')
      .filter(({ textContent }) => textContent?.startsWith('checkout-'));
    expect(
      within(attested).getByRole('img', { name: 'SLSA build level 3 of 3' }),
    ).toBeVisible();
    expect(attested).not.toHaveTextContent('For the next level');
    expect(declared).toHaveTextContent(
      'For the next levelProvenance by a signer whom a trust line names.',
    );
    expect(
      within(levels).getByText('1 digest is not among the sealed outputs'),
    ).toBeVisible();
  });

  it('shows signatures with the document that they are over, each with what it is worth', async () => {
    show(<EvidenceSection {...props} />, {
      api: { getEvidence: async () => [...evidence, ...signatures] },
    });
    const card = await screen.findByRole('article', {
      name: 'SBOM checkout.cdx.json',
    });
    const list = within(card).getByRole('list', {
      name: '2 signatures beside it',
    });
    const [good, bad] = within(list).getAllByRole('listitem');
    expect(good).toHaveTextContent(/a1\.sig: Verified.*by key release/);
    expect(bad).toHaveTextContent(/b2\.sig: Signature failed.*It fits no key/);
    expect(
      screen.getByRole('article', { name: 'Signature a1.sig' }),
    ).toHaveTextContent('The signature of SBOM checkout.cdx.json,');
    expect(
      screen.getByRole('article', { name: 'Signature c3.sig' }),
    ).toHaveTextContent('not among the evidence of this release');
  });

  it('says until when a document is kept and by which rule, and that its bytes are not sound', async () => {
    const [first, ...others] = await pagedApi.getEvidence!(
      { entityRef: '', releaseId: '' },
      {},
    );
    const getEvidence = async () => [
      {
        ...first,
        kept: {
          until: '2036-11-23T00:00:00Z',
          rule: 'cra',
          open: false,
          live: true,
          held: true,
          obligations: [],
          state: 'kept' as const,
        },
        integrity: { state: 'corrupt' as const },
      },
      ...others,
    ];
    show(<EvidenceSection {...props} />, { api: { getEvidence } });
    expect(
      await screen.findByText(
        'Kept until 23 November 2036 by rule cra, longer while its release is live, longer under a legal hold',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('The stored bytes are not what was received'),
    ).toBeVisible();
  });

  it('withdraws evidence only with a reason', async () => {
    const withdrawEvidence = jest.fn(pagedApi.withdrawEvidence);
    show(<EvidenceSection {...props} />, { api: { withdrawEvidence } });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Withdraw SBOM checkout.cdx.json',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Withdraw SBOM checkout.cdx.json?',
    });
    const withdraw = within(dialog).getByRole('button', { name: 'Withdraw' });
    await userEvent.type(within(dialog).getByRole('textbox'), '   ');
    await userEvent.click(withdraw);
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Say why');
    expect(withdrawEvidence).not.toHaveBeenCalled();

    await userEvent.type(within(dialog).getByRole('textbox'), 'wrong release');
    await userEvent.click(withdraw);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(withdrawEvidence).toHaveBeenCalledWith(
      { entityRef: posture.entityRef, releaseId: release.id },
      'ev-sbom',
      'wrong release',
    );
  });

  it('saves the bytes under their digest, and not at all without permission', async () => {
    const saved: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    Object.assign(URL, {
      createObjectURL: () => 'blob:1',
      revokeObjectURL() {},
    });
    const name = 'Download the exact bytes of SBOM checkout.cdx.json';
    const { unmount } = show(<EvidenceSection {...props} />);
    await userEvent.click(await screen.findByRole('button', { name }));
    await waitFor(() =>
      expect(saved).toEqual([expect.stringMatching(/^sha256-[0-9a-f]{64}$/)]),
    );
    unmount();

    // Another entity: answers about permissions are cached by resource.
    const foreign = { ...props, entityRef: 'component:default/foreign' };
    show(<EvidenceSection {...foreign} />, { result: 'DENY' });
    expect(
      await screen.findByRole('article', { name: 'SBOM checkout.cdx.json' }),
    ).toHaveTextContent('Not signed');
    expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Withdraw/ })).toBeNull();
  });

  it('counts what differs, also what it does not list at first', async () => {
    show(<DiffSection {...props} base={baseRelease} />);
    const added = await screen.findByRole('region', {
      name: 'Added components',
    });
    expect(within(added).getAllByRole('listitem')).toHaveLength(10);
    await userEvent.click(
      within(added).getByRole('button', { name: 'Show all 12' }),
    );
    expect(within(added).getAllByRole('listitem')).toHaveLength(12);
    expect(
      screen.getByRole('group', { name: '4.21.0 to 5.1.0' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('region', { name: 'Findings that are gone' }),
    ).toBeNull();
  });
});
