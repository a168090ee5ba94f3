import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { newestOf, sha256, shot } from './support/portal.mjs';
import { portalTest, seeVerdict, tabOf } from './support/session.mjs';

portalTest(
  'a passing release can ship, says what proves it, and gives the exact bytes',
  {
    persona: 'guest',
    path: tabOf('supply-chain-cli', 'section=evidence'),
  },
  async ({ page }) => {
    await seeVerdict(page, /^Can ship: /);
    await page
      .getByRole('heading', { name: /^(What proves it|What is known)$/ })
      .waitFor();
    assert.equal(
      await page.getByRole('heading', { name: 'Fix first' }).count(),
      0,
    );
    const cards = page.getByRole('article', {
      name: /^(SBOM|Checksums|Provenance|Signature) /,
    });
    await cards.first().waitFor();
    const { evidence } = await newestOf('supply-chain-cli');
    assert.equal(await cards.count(), evidence.length);
    for (let index = 0; index < evidence.length; index++) {
      const card = cards.nth(index);
      // Its own comes last: a signature names before it what it is over
      const shown = await card
        .locator('code[title^="sha256:"]')
        .last()
        .getAttribute('title');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        card.getByRole('button', { name: /^Download the exact bytes/ }).click(),
      ]);
      assert.equal(sha256(await readFile(await download.path())), shown);
      assert.equal(download.suggestedFilename(), shown.replace(':', '-'));
      assert.ok(evidence.some(({ digest }) => digest === shown));
    }
    await shot(page, 'passing');
  },
);
