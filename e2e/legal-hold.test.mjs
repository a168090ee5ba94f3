import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enterAs, openPortal } from './support/browser.mjs';
import { base, read, shot, uniqueVersion } from './support/portal.mjs';
import { portalTest, tabOf, watchConsole } from './support/session.mjs';

const holds = '/supply-chain/retention?retention.part=holds';
const reference = uniqueVersion('CASE');

/** The hold of this run in the list of holds. */
const item = page =>
  page.getByRole('listitem').filter({ hasText: `(${reference})` });

portalTest(
  'the guest places a hold by query and sees before what it covers',
  { persona: 'guest', path: holds },
  async ({ page }) => {
    await page.getByRole('button', { name: 'Place a hold' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /What is held/ }).click();
    await page.getByRole('option', { name: /matches a query/ }).click();
    await dialog
      .getByRole('textbox', { name: 'Entity refs' })
      .fill('component:default/chain*');
    await dialog.getByText(/^Would cover: 1 entity/).waitFor();
    await dialog.getByRole('link', { name: 'chainloop' }).waitFor();
    await dialog.getByRole('textbox', { name: /Reference/ }).fill(reference);
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('A dispute');
    await shot(page, 'hold-preview');
    await dialog.getByRole('button', { name: 'Place a hold' }).click();
    await item(page).waitFor();
    // Who placed it has no right to lift any
    const lift = item(page).getByRole('button', { name: 'Lift' });
    assert.equal(await lift.count(), 0);
    await item(page)
      .getByText(/^covers 1 entity/)
      .click();
    await item(page).getByRole('link', { name: 'chainloop' }).waitFor();
    await shot(page, 'hold-placed');
  },
);

portalTest(
  'the entity tab says so at once, and links the hold',
  { persona: 'guest', path: tabOf('chainloop') },
  async ({ page }) => {
    const note = page.getByRole('note', { name: 'Legal hold' });
    const link = note.getByRole('link', { name: new RegExp(reference) });
    await link.waitFor();
    const { bottom } = await note.evaluate(element =>
      element.getBoundingClientRect(),
    );
    assert.ok(bottom < 900, 'it is above the fold');
    await shot(page, 'hold-tab');
    await link.click();
    await item(page).waitFor();
  },
);

test('counsel, a second person, lifts what the guest placed', async () => {
  const portal = await openPortal({ base });
  try {
    const page = await portal.newPage();
    const said = watchConsole(page);
    await enterAs(page, 'counsel', holds);
    await item(page).getByRole('button', { name: 'Lift' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('Settled');
    await dialog.getByRole('button', { name: 'Lift' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { items } = await read('counsel', '/holds?active=false');
    const hold = items.find(one => one.reference === reference);
    assert.equal(hold.placedBy.ref, 'user:default/guest');
    assert.equal(hold.liftedBy.ref, 'user:default/counsel');
    assert.deepEqual(said, []);
  } finally {
    await portal.close();
  }
});
