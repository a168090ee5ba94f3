import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { entityPath, read, shot } from './support/portal.mjs';
import { portalTest, seeVerdict, tabOf } from './support/session.mjs';

const own = entityPath('supply-chain-cli');

/** What the start made and signed; other tests send releases of their own. */
async function demoRelease() {
  const path = `${own}/releases?limit=100&channel=release`;
  const { items } = await read('guest', path);
  return items.find(({ version }) => /\+[0-9a-f]{8}$/.test(version));
}

const demo = join(resolve(import.meta.dirname, '..'), '.supply-chain', 'demo');

portalTest(
  'a signed and bound release shows its level, what it rests on, and what was checked',
  {
    persona: 'guest',
    path: async () => {
      const { id } = await demoRelease();
      return tabOf('supply-chain-cli', `section=provenance&release=${id}`);
    },
  },
  async ({ page }) => {
    await seeVerdict(page, /^Can ship: /);
    const levels = page.getByRole('region', { name: 'SLSA build level' });
    await levels
      .getByRole('heading', {
        name: 'SLSA build level 2: the lowest of its outputs',
      })
      .waitFor();
    await levels.getByText("as the trust line 'own-releases' allows").waitFor();
    await levels.getByText(/Level 3 needs/).waitFor();
    await page.getByText('Said by a trusted signer').first().waitFor();
    await shot(page, 'trust-levels');
    await page.getByRole('tab', { name: /^Evidence/ }).click();
    const card = page.getByRole('article', { name: /^Provenance / });
    await card.getByText('Trusted to say this').waitFor();
    await card.getByText('Bound to outputs').waitFor();
    await card.getByText('What was checked').click();
    await card.getByText('Signature published in a log').waitFor();
    await card.getByText(/^When it arrived, .*: Verified$/).waitFor();
    await shot(page, 'trust-evidence');
    // An attestation over the very output, not only sent for it
    const { id } = await demoRelease();
    const { items } = await read('guest', `${own}/releases/${id}/evidence`);
    const sbom = items.find(({ kind }) => kind === 'sbom');
    assert.equal(sbom.facts.bound.state, 'bound');
    assert.equal(sbom.facts.bound.authority, 'attested');
  },
);

portalTest(
  'a good signature of somebody whom nobody trusts counts for nothing, and says what to do',
  { persona: 'guest', path: tabOf('backstage-app', 'section=evidence') },
  async ({ page }) => {
    const bundle = page.getByRole('article', { name: /^Signature / });
    await bundle.getByText('Verified', { exact: true }).waitFor();
    await bundle.getByText('No trust line lets this signer say this').waitFor();
    await bundle.getByText(/No trust line lets .*somebody-else/).waitFor();
    await page.getByRole('tab', { name: /^Rules/ }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'SIG-003' })
      .getByText('Sign it with an identity that the portal trusts')
      .first()
      .waitFor();
    await shot(page, 'trust-stranger');
  },
);

for (const [colorScheme, width] of [
  ['light', 1360],
  ['dark', 400],
]) {
  portalTest(
    `the trust page says who may vouch for what, and tries a document (${colorScheme}, ${width} px)`,
    {
      persona: 'guest',
      path: '/supply-chain/trust',
      colorScheme,
      viewport: { width, height: 900 },
    },
    async ({ page }) => {
      const lines = page.getByRole('region', {
        name: 'Who may vouch for what',
      });
      await lines.getByRole('heading', { name: 'own-releases' }).waitFor();
      await lines.getByText(/documents? rel(y|ies) on it/).click();
      await lines
        .getByRole('link', { name: /^supply-chain-cli / })
        .first()
        .waitFor();
      await page
        .getByLabel('Choose a file')
        .setInputFiles(
          join(demo, 'supply-chain-cli', 'provenance.sigstore.json'),
        );
      await page
        .getByRole('textbox', { name: /^Entity/ })
        .fill('component:default/supply-chain-cli');
      await page.getByRole('button', { name: 'Try it' }).click();
      await page.getByText('Would be trusted, by line own-releases').waitFor();
      await page
        .getByRole('textbox', { name: /^Entity/ })
        .fill('component:default/chainloop');
      await page.getByRole('button', { name: 'Try it' }).click();
      await page
        .getByText('The signature holds, but no line trusts it')
        .waitFor();
      await page.getByText('is about other entities').waitFor();
      const over = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      assert.ok(over <= 2, `the page is ${over} px too wide`);
      await shot(page, `trust-page-${colorScheme}`);
    },
  );
}

portalTest(
  'a visitor is told that the trust policy is not for everybody',
  { persona: 'visitor', path: '/supply-chain/trust', answers: [403] },
  async ({ page }) => {
    await page.getByText('You may not see the trust policy').waitFor();
  },
);
