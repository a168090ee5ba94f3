import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPortal } from './support/browser.mjs';
import { base, shot } from './support/portal.mjs';
import { seeVerdict, watchConsole } from './support/session.mjs';

/** Presses Tab until the focus is on what has this name; fails after many. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
    if (name.test(text.trim())) return;
  }
  assert.fail(`the keyboard does not reach ${name}`);
}

test('the keyboard alone leads from the sign-in page to the verdict', async () => {
  const portal = await openPortal({ base });
  try {
    const page = await portal.newPage();
    const said = watchConsole(page);
    await page.goto('/supply-chain');
    await page.getByRole('button', { name: 'Enter as visitor' }).waitFor();
    await shot(page, 'sign-in');
    await tabTo(page, /^Enter as guest$/);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Chainloop' }).waitFor();
    // A table is one stop of the Tab key; arrows walk its rows and cells.
    await tabTo(page, /^Chainloop/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await seeVerdict(page, /^Cannot ship/);
    await tabTo(page, /^Why$/);
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: /^Rules/, selected: true }).waitFor();
    assert.deepEqual(said, []);
  } finally {
    await portal.close();
  }
});
