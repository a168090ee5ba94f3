import assert from 'node:assert/strict';
import {
  call,
  newestOf,
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
const markup = '<img src=x onerror=window.__owned=1>';
const bidi = 'evil\u202egpj.exe\u2066';

portalTest(
  'text of a hostile document stays text, on the page and in the download',
  { persona: 'guest', path: tabOf(entity) },
  async ({ page }) => {
    const version = uniqueVersion('hostile');
    const file = sbomFile({
      name: `${markup}${bidi}`,
      version,
      component: `${markup}${bidi}`,
      licence: 'AGPL-3.0-only',
    });
    const place = ['--entity', entity, '--release', version];
    const sent = await supplyChain('push', file, ...place);
    assert.equal(sent.code, 1, sent.stdout + sent.stderr);
    assert.doesNotMatch(
      sent.stdout + sent.stderr,
      /[\u202a-\u202e\u2066-\u2069]/u,
    );

    await seeVerdict(page, /^Cannot ship/);
    await page.getByText(markup).first().waitFor();
    for (const section of ['Components', 'Rules', 'Evidence']) {
      await page.getByRole('tab', { name: new RegExp(`^${section}`) }).click();
      await page.getByRole('tabpanel').getByRole('region').first().waitFor();
      assert.equal(await page.locator('img[src="x"]').count(), 0);
      assert.doesNotMatch(
        await page.getByRole('main').first().innerText(),
        /[\u202a-\u202e\u2066-\u2069]/u,
      );
    }
    await page.getByRole('tab', { name: /^Components/ }).click();
    await page
      .getByRole('grid', { name: 'Components' })
      .getByText(markup)
      .first()
      .waitFor();
    assert.equal(await page.evaluate(() => window.__owned), undefined);
    await shot(page, 'hostile');
    await assertNoSidewaysScroll(page);

    const { path, evidence } = await newestOf(entity);
    const answer = await call(
      'guest',
      `${path}/evidence/${evidence[0].id}/content`,
    );
    const header = name => answer.headers.get(name) ?? '';
    assert.match(header('content-security-policy'), /\bsandbox\b/);
    assert.match(header('content-type'), /^application\/octet-stream\b/);
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.match(
      header('content-disposition'),
      new RegExp(`^attachment; filename="?[^"]*${evidence[0].digest.slice(7)}`),
    );
  },
);
