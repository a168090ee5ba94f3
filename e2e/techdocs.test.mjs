import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  backend,
  newestOf,
  sbomFile,
  shot,
  supplyChain,
  tokenOf,
  uniqueVersion,
} from './support/portal.mjs';
import {
  assertNoSidewaysScroll,
  portalTest,
  tabOf,
} from './support/session.mjs';

const entity = 'your-project';
const companionOf = name => `resource/evidence-component-${name}`;
const docsOf = name => `/docs/default/${companionOf(name)}/`;
const markup = '<img src=x onerror=window.__owned=1>';
const bidi = 'evil\u202egpj.exe\u2066';

/** The reader puts documents into shadow roots, which locators look into. */
const article = page => page.locator('.sc-article');

const version = uniqueVersion('docs');
let pushed;

portalTest(
  'what was pushed is announced at once, and read in TechDocs within ten seconds',
  {
    persona: 'guest',
    path: async () => {
      const sbom = sbomFile({
        name: `${markup}${bidi}`,
        version,
        component: `${markup}${bidi}`,
      });
      const sent = await supplyChain(
        ...['push', sbom, '--entity', entity, '--release', version],
      );
      assert.notEqual(sent.code, 2, sent.stdout + sent.stderr);
      pushed = Date.now();
      return tabOf(entity);
    },
  },
  async ({ page }) => {
    await page.getByRole('button', { name: new RegExp(version) }).waitFor();
    const open = page.getByRole('link', { name: /^Open in TechDocs/ });
    const publishing = page.getByRole('button', { name: /^Publishing/ });
    await open.or(publishing).first().waitFor();
    await page
      .getByRole('link', { name: 'Open in TechDocs', exact: true })
      .waitFor({
        timeout: Math.max(1, 10_000 - (Date.now() - pushed)),
      });
    await shot(page, 'techdocs-link');
    await open.click();
    await article(page).getByRole('link', { name: version }).waitFor();
    const { evidence } = await newestOf(entity);
    const [{ digest }] = evidence;

    await page
      .getByRole('region', { name: 'Supply-chain status now' })
      .getByText(/^Now/)
      .waitFor();
    await shot(page, 'techdocs-overview');

    await page.getByRole('link', { name: 'SBOM', exact: true }).click();
    await article(page).getByText(markup).first().waitFor();
    const text = await article(page).innerText();
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/u);
    assert.match(text, /\\u\{202e\}/);
    assert.equal(await page.locator('img[src="x"]').count(), 0);
    assert.equal(await page.evaluate(() => window.__owned), undefined);

    await article(page).getByRole('link', { name: digest }).click();
    await page.waitForURL(`**/evidence/${digest.slice(7)}/`);
    await article(page).getByText('Kept until').waitFor();
    await shot(page, 'techdocs-evidence');
    await article(page)
      .getByRole('link', { name: /^Download/ })
      .click();
    await page
      .getByRole('button', { name: /^Download the exact bytes/ })
      .waitFor();
    const reference = page.getByRole('button', { name: /^Copy a Markdown/ });
    await reference.first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^\[SBOM [0-9a-f]{12}, your\\-project .+\]\(http/);
    assert.ok(copied.endsWith(`/evidence/${digest.slice(7)}/)`), copied);
  },
);

for (const [name, options] of [
  ['wide and dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 400, height: 800 } }],
]) {
  portalTest(
    `the docs read well ${name}`,
    { persona: 'guest', path: docsOf('chainloop'), ...options },
    async ({ page }) => {
      const see = async (shown, heading) => {
        await article(page)
          .getByRole('heading', { level: 1, name: heading })
          .waitFor();
        // The reader shows a page once its sheet is there; until then it is unstyled
        await article(page).evaluate(async shownArticle => {
          const isStyled = () =>
            getComputedStyle(shownArticle.parentElement).maxWidth !== 'none';
          while (!isStyled()) await new Promise(done => setTimeout(done, 50));
        });
        await assertNoSidewaysScroll(page);
        await shot(page, `techdocs-${name.replaceAll(' ', '-')}-${shown}`);
      };
      await see('overview', /^Evidence of/);
      for (const shown of [
        'Policy',
        'Findings',
        'Retention and holds',
        'SBOM',
      ]) {
        await page.getByRole('link', { name: shown, exact: true }).click();
        await see(shown.split(' ')[0].toLowerCase(), shown);
      }
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('.sc-nav').isVisible(), false);
      assert.equal(await article(page).isVisible(), true);
    },
  );
}

portalTest(
  'a visitor is not shown the evidence of others in docs',
  { persona: 'visitor', path: docsOf('chainloop'), answers: [404] },
  async ({ page }) => {
    await page
      .getByText(/not found|404/i)
      .first()
      .waitFor();
    assert.equal(await article(page).count(), 0);
    await shot(page, 'techdocs-visitor');
  },
);

test('docs, their search and their entity are refused to a visitor by every way', async () => {
  const ask = async (persona, path) =>
    fetch(`${backend}/api/${path}`, {
      headers: { authorization: `Bearer ${await tokenOf(persona)}` },
    });
  const companion = companionOf('chainloop');
  const ways = [
    `techdocs/static/docs/default/${companion}/index.html`,
    `techdocs/static/docs/default/${companion}/search/search_index.json`,
    `techdocs/static/docs/DEFAULT/${companion.replace(
      'evidence',
      'Evidence',
    )}/index.html`,
    `techdocs/metadata/techdocs/default/${companion}`,
    `techdocs/metadata/entity/default/${companion}`,
    `techdocs/sync/default/${companion}`,
    `catalog/entities/by-name/resource/default/evidence-component-chainloop`,
  ];
  for (const way of ways) {
    assert.equal((await ask('guest', way)).status, 200, way);
    assert.equal((await ask('visitor', way)).status, 404, way);
  }
  const find = async persona => {
    const answer = await ask(
      persona,
      'search/query?term=chainloop&types%5B0%5D=techdocs',
    );
    const { results } = await answer.json();
    return results.filter(({ document }) =>
      document.location.startsWith(docsOf('chainloop')),
    );
  };
  const deadline = Date.now() + 90_000;
  while ((await find('guest')).length === 0) {
    assert.ok(Date.now() < deadline, 'search does not find the docs');
    await new Promise(done => setTimeout(done, 2000));
  }
  assert.deepEqual(await find('visitor'), []);
});
