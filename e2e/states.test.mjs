import assert from 'node:assert/strict';
import {
  sbomFile,
  shot,
  supplyChain,
  uniqueVersion,
} from './support/portal.mjs';
import {
  assertNoSidewaysScroll,
  portalTest,
  seeVerdict,
  tabOf,
} from './support/session.mjs';

const entity = 'your-project';
const narrow = { width: 390, height: 844 };

async function send(page, { name, text, kind, version }) {
  await page.getByRole('button', { name: 'Send evidence' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await dialog.getByRole('textbox', { name: /^Version/ }).fill(version);
  if (kind) {
    await dialog.getByRole('button', { name: /Kind/ }).click();
    await page.getByRole('option', { name: kind }).click();
  }
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  return dialog;
}

portalTest(
  'a picker of many releases is searched, and the release is picked',
  { persona: 'guest', path: tabOf(entity) },
  async ({ page }) => {
    const batch = uniqueVersion('many');
    const versions = Array.from({ length: 9 }, (_, n) => `${batch}.${n}`);
    for (const version of versions) {
      const file = sbomFile({ name: entity, version });
      const place = ['--entity', entity, '--release', version];
      assert.equal((await supplyChain('push', file, ...place)).code, 0);
    }
    const newest = versions.at(-1);
    const picker = page.getByRole('button', { name: /Release$/ });
    await picker.filter({ hasText: newest }).click();
    const options = page.getByRole('option');
    await options.filter({ hasText: versions[0] }).waitFor();
    await shot(page, 'picker-many');
    await page.getByPlaceholder('Find a release').fill(versions[3]);
    await options.filter({ hasText: newest }).waitFor({ state: 'detached' });
    assert.equal(await options.count(), 1);
    await options.click();
    await picker.filter({ hasText: versions[3] }).waitFor();
    await seeVerdict(page, /^Can ship/);
    assert.match(page.url(), /[?&]release=/);
  },
);

portalTest(
  'a refused file says why, where and what to do, once each',
  {
    persona: 'guest',
    path: tabOf(entity),
    viewport: narrow,
    answers: [400, 415],
  },
  async ({ page }) => {
    const version = uniqueVersion('refused');
    const broken = await send(page, {
      name: 'broken.cdx.json',
      text: '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library"}, ',
      version,
    });
    const alert = broken.getByRole('alert');
    await alert.getByText('broken.cdx.json was refused').waitFor();
    const said = await alert.innerText();
    for (const once of [
      'The document ends where a value is due.',
      'line 1 · /components/1',
      'Send the file as the tool wrote it',
    ]) {
      assert.equal(said.split(once).length, 2, said);
    }
    await assertNoSidewaysScroll(page);
    await shot(page, 'refused-narrow');
    // The remedy of text that nobody knows can be done where it is read.
    await page.keyboard.press('Escape');
    const notes = { name: 'notes.txt', text: 'Measured by hand.\n', version };
    const unknown = await send(page, notes);
    await unknown.getByText('Name the kind of evidence').waitFor();
    await page.keyboard.press('Escape');
    const named = await send(page, { ...notes, kind: 'Other' });
    await named
      .getByText(`notes.txt was accepted as Other of ${version}.`)
      .waitFor();
  },
);

portalTest(
  'what the server cannot give is said in its place, and asked for again',
  { persona: 'guest', path: tabOf('chainloop'), answers: [503] },
  async ({ page }) => {
    await seeVerdict(page, /^Cannot ship/);
    const components = '**/releases/*/components?*';
    await page.route(components, route =>
      route.fulfill({
        status: 503,
        json: {
          error: { name: 'ServiceUnavailableError', message: 'Out of order' },
          response: { statusCode: 503 },
        },
      }),
    );
    await page.getByRole('tab', { name: /^Components/ }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Could not load the components').waitFor();
    await alert.getByText('Out of order').waitFor();
    await page.unroute(components);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByRole('grid', { name: 'Components' })
      .getByText('ariga.io/atlas', { exact: true })
      .waitFor();
  },
);

portalTest(
  'a narrow window shows which section a link opened',
  {
    persona: 'guest',
    path: tabOf('chainloop', 'section=evidence'),
    viewport: narrow,
  },
  async ({ page }) => {
    const tab = page.getByRole('tab', { name: /^Evidence/, selected: true });
    await tab.waitFor();
    await page.waitForFunction(() => {
      const { left, right } = document
        .querySelector('[aria-label="Details of this release"]')
        .querySelector('[aria-selected="true"]')
        .getBoundingClientRect();
      return left >= 0 && right <= window.innerWidth;
    });
  },
);

for (const colorScheme of ['light', 'dark']) {
  portalTest(
    `the keyboard sees where it is, ${colorScheme}`,
    {
      persona: 'guest',
      path: tabOf('chainloop', 'section=evidence'),
      colorScheme,
    },
    async ({ page }) => {
      await seeVerdict(page, /^Cannot ship/);
      const last = page.getByRole('button', { name: /^Withdraw/ }).last();
      await last.waitFor();
      await page.getByRole('button', { name: /Release$/ }).focus();
      let reached = false;
      for (let presses = 0; presses < 60 && !reached; presses++) {
        await page.keyboard.press('Tab');
        const { name, ring } = await page.evaluate(() => {
          const focused = document.activeElement;
          // A field shows the focus on the box around it.
          const ringed = [focused, focused.parentElement].some(element => {
            const { outlineStyle, outlineWidth, boxShadow } =
              getComputedStyle(element);
            return (
              (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) ||
              boxShadow !== 'none'
            );
          });
          const label = focused.getAttribute('aria-label');
          return { name: label ?? focused.textContent, ring: ringed };
        });
        assert.ok(ring, `no focus ring on ${name}`);
        reached = await last.evaluate(el => el === document.activeElement);
      }
      assert.ok(reached, 'the keyboard does not reach the last button');
    },
  );
}
