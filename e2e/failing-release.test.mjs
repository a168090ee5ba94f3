import assert from 'node:assert/strict';
import { newestOf, shot } from './support/portal.mjs';
import {
  assertNoSidewaysScroll,
  portalTest,
  seeVerdict,
  tabOf,
} from './support/session.mjs';

const guest = { persona: 'guest', path: tabOf('chainloop') };

portalTest('a failing release says why and what to do', guest, async s => {
  const { page } = s;
  await seeVerdict(page, /^Cannot ship: 1 of \d+ rules fails, 1 of them new/);
  await page.getByRole('heading', { name: 'Fix first' }).waitFor();
  const fix = page.getByRole('listitem').filter({ hasText: 'DEMO-2026-0001' });
  await fix.getByText('go get code.cloudfoundry.org/bytefmt@v0.84.1').waitFor();
  await fix.getByRole('group', { name: /^Dependency path: github/ }).waitFor();
  await fix.getByRole('button', { name: 'Copy command' }).click();
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    'go get code.cloudfoundry.org/bytefmt@v0.84.1 && go mod tidy',
  );
  await page
    .getByRole('button', { name: 'Show this evidence: SBOM' })
    .waitFor();
  await shot(page, 'failing-light');
  await assertNoSidewaysScroll(page);
});

portalTest('its sections open by keyboard and by link', guest, async s => {
  const { page } = s;
  const tabs = page.getByRole('tablist', { name: 'Details of this release' });
  await seeVerdict(page, /^Cannot ship/);
  await tabs.getByRole('tab', { name: /^Findings/ }).focus();
  const sections = {
    components: page.getByRole('grid', { name: 'Components' }),
    provenance: page.getByText('No provenance', { exact: true }),
    rules: page.getByRole('heading', { name: 'Fails' }),
    evidence: page.getByRole('article', { name: /^SBOM / }),
    diff: page.getByRole('region', { name: 'Changes since 2026.11.1' }),
  };
  for (const [section, content] of Object.entries(sections)) {
    // Arrows move between these tabs, Enter opens one.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await content.first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get('section'), section);
  }
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Findings' }).waitFor();
  const finding = page.getByRole('row', { name: /DEMO-2026-0001/ });
  await finding.getByText('Exploited', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Why' }).click();
  await page.getByRole('tab', { name: /^Rules/, selected: true }).waitFor();
});

portalTest(
  'components are filtered, sorted and paged by the server',
  { persona: 'guest', path: tabOf('chainloop', 'section=components') },
  async ({ page }) => {
    const grid = page.getByRole('grid', { name: 'Components' });
    await grid.getByRole('row').nth(2).waitFor();
    const asks = wanted =>
      page.waitForResponse(answer => {
        const url = new URL(answer.url());
        return (
          url.pathname.endsWith('/components') &&
          Object.entries(wanted).every(
            ([name, value]) =>
              url.searchParams.get(name)?.match(value) !== null &&
              url.searchParams.has(name),
          )
        );
      });
    const first = 'ariga.io/atlas';

    const paged = asks({ cursor: /./ });
    await page.getByRole('button', { name: /next/i }).click();
    assert.ok((await paged).ok());
    await grid.getByText(first, { exact: true }).waitFor({ state: 'detached' });

    const sorted = asks({ sort: /^name$/, order: /^desc$/ });
    await grid.getByRole('columnheader', { name: 'Component' }).click();
    await grid.getByRole('columnheader', { name: 'Component' }).click();
    assert.ok((await sorted).ok());

    const filtered = asks({ relation: /^direct$/ });
    await page.getByRole('button', { name: /Relation$/ }).click();
    await page.getByRole('option', { name: 'Direct' }).click();
    const { items } = await (await filtered).json();
    assert.ok(items.length > 0);
    assert.ok(items.every(({ relation }) => relation === 'direct'));

    const searched = asks({ query: /^bytefmt$/ });
    await page
      .getByRole('searchbox', { name: 'Search components' })
      .fill('bytefmt');
    await searched;
    const row = grid.getByRole('row', { name: /bytefmt/ });
    await row.getByRole('button', { name: /^Show details of/ }).click();
    await grid.getByText('Dependency paths').waitFor();
    await grid
      .getByRole('group', { name: /^Dependency path: .*bytefmt$/ })
      .first()
      .waitFor();
    assert.match(page.url(), /section=components/);
  },
);

portalTest(
  'a change is picked and compared with its base',
  { persona: 'guest', path: tabOf('backstage-app') },
  async ({ page }) => {
    await seeVerdict(page, /^Can ship/);
    await page.getByRole('button', { name: /Release$/ }).click();
    await page
      .getByRole('group', { name: 'Changes' })
      .getByRole('option')
      .first()
      .click();
    await seeVerdict(page, /^Cannot ship/);
    await page
      .getByText(/AGPL-3\.0-or-later/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Changes' }).click();
    const diff = page.getByRole('region', { name: 'Changes since 1.55.0' });
    await diff.getByRole('heading', { name: /^Added components/ }).waitFor();
    await diff.getByText('mupdf').first().waitFor();
    assert.match(page.url(), /release=.*section=diff|section=diff.*release=/);
    await shot(page, 'change-diff');
  },
);

for (const section of ['findings', 'components', 'rules', 'evidence', 'diff']) {
  portalTest(
    `${section} fit a narrow, dark window, and the link keeps the release`,
    {
      persona: 'guest',
      path: tabOf('chainloop', `section=${section}`),
      colorScheme: 'dark',
      viewport: { width: 400, height: 800 },
    },
    async ({ page }) => {
      await seeVerdict(page, /^Cannot ship/);
      await page.getByRole('tabpanel').getByRole('region').first().waitFor();
      await shot(page, `failing-dark-narrow-${section}`);
      await assertNoSidewaysScroll(page);
      const { release } = await newestOf('chainloop');
      await page.getByRole('button', { name: 'Copy link' }).click();
      assert.match(
        await page.evaluate(() => navigator.clipboard.readText()),
        new RegExp(release.id),
      );
    },
  );
}
