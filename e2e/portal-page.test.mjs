import assert from 'node:assert/strict';
import { shot } from './support/portal.mjs';
import {
  assertNoSidewaysScroll,
  portalTest,
  seeVerdict,
} from './support/session.mjs';

portalTest(
  'counts filter the releases, and a row leads to the entity',
  { persona: 'guest', path: '/supply-chain' },
  async ({ page }) => {
    const grid = page.getByRole('grid', {
      name: 'Newest release of every entity',
    });
    const row = grid.getByRole('row').filter({ hasText: 'Chainloop' });
    await row.waitFor();
    await shot(page, 'portal-releases');
    await assertNoSidewaysScroll(page);
    const shown = async state => {
      const count = page.getByRole('button', {
        name: new RegExp(`^${state} \\d`),
      });
      await count.click();
      await page
        .getByRole('button', {
          name: new RegExp(`^${state} \\d`),
          pressed: true,
        })
        .waitFor();
      const number = Number(
        (await count.getAttribute('aria-label')).match(/\d+$/)[0],
      );
      const rows = grid
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader') });
      await rows.nth(number - 1).waitFor();
      await rows.nth(number).waitFor({ state: 'detached' });
      for (const text of await rows.allTextContents()) {
        assert.ok(text.includes(state), text);
      }
    };
    await shown('Can ship');
    await shown('Cannot ship');
    await row.getByRole('link', { name: 'Chainloop' }).click();
    await seeVerdict(page, /^Cannot ship/);
    assert.match(
      page.url(),
      /\/catalog\/default\/component\/chainloop\/supply-chain/,
    );
  },
);

portalTest(
  'pipeline health shows what was refused, where, and what is missing',
  { persona: 'guest', path: '/supply-chain' },
  async ({ page }) => {
    await page.getByRole('tab', { name: 'Pipeline health' }).click();
    const causes = page.getByRole('region', { name: 'Broken now, by cause' });
    await causes.getByText('Unknown format').first().waitFor();
    await causes.getByRole('link', { name: /supply-chain-docs/ }).waitFor();
    await causes
      .getByText(/Last: backstage-app 1\.55\.0 to production by /)
      .waitFor();
    const matrix = page.getByRole('table', { name: 'Evidence by entity' });
    await matrix
      .getByRole('row', { name: /^Chainloop/ })
      .getByRole('img', { name: /^Provenance: missing/ })
      .waitFor();
    await matrix
      .getByRole('row', { name: /^supply-chain CLI/ })
      .getByRole('img', { name: 'SBOM: ok' })
      .waitFor();
    await page
      .getByRole('button', { name: 'Arrivals of: Unknown format' })
      .click();
    const refused = page
      .getByRole('grid', { name: 'Arrivals' })
      .getByRole('row')
      .filter({ hasText: 'release-notes.txt' });
    await refused.getByText('Refused').first().waitFor();
    await refused.getByText(/answered 415/).waitFor();
    await page
      .getByRole('region', { name: 'Collectors, storage and queue' })
      .getByText('Collectors', { exact: true })
      .waitFor();
    await shot(page, 'portal-health');
    await assertNoSidewaysScroll(page);
  },
);

for (const path of ['/supply-chain', '/supply-chain/health']) {
  portalTest(
    `${path} fits a narrow, dark window`,
    {
      persona: 'guest',
      path,
      colorScheme: 'dark',
      viewport: { width: 400, height: 800 },
    },
    async ({ page }) => {
      await page.getByText('Chainloop').first().waitFor();
      await shot(page, `narrow-dark${path.replaceAll('/', '-')}`);
      await assertNoSidewaysScroll(page);
    },
  );
}
