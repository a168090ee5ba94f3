import assert from 'node:assert/strict';
import { portalTest } from './support/session.mjs';
import { shot } from './support/portal.mjs';

const docs = '/docs/default/resource/evidence-component-supply-chain-cli';

portalTest(
  'the evidence of an entity is read in TechDocs',
  { persona: 'Guest', path: docs },
  async ({ page }) => {
    await page
      .getByRole('heading', { level: 1, name: /^Evidence of/ })
      .last()
      .waitFor();
    await page.getByText('Documents of the newest release').waitFor();
    await shot(page, 'techdocs-overview');
    assert.ok(true);
  },
);
