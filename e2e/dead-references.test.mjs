import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import {
  backend,
  developmentToken,
  newestOf,
  shot,
  supplyChain,
} from './support/portal.mjs';
import { assertNoSidewaysScroll, portalTest } from './support/session.mjs';

const handbook = 'resource:default/e2e-handbook';
const dead = '0'.repeat(64);
const path = '/supply-chain/retention';
const linkTo = page =>
  `<a href="/docs/default/resource/evidence-component-chainloop/${page}">evidence</a>`;

/** As a pipeline does with `techdocs-cli publish`. */
function publish(files) {
  const folder = resolve(
    import.meta.dirname,
    '../data/techdocs/default/resource/e2e-handbook',
  );
  const metadata = {
    site_name: 'Handbook',
    site_description: '',
    etag: 'e2e',
    build_timestamp: Date.now(),
    files: Object.keys(files),
  };
  const all = {
    ...files,
    'techdocs_metadata.json': JSON.stringify(metadata),
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** What else comes once a day. */
async function look() {
  const task = 'supply-chain:check-references';
  const headers = { Authorization: `Bearer ${developmentToken()}` };
  const tasks = `${backend}/api/supply-chain/.backstage/scheduler/v1/tasks`;
  const { status } = await fetch(`${tasks}/${task}/trigger`, {
    method: 'POST',
    headers,
  });
  assert.ok([200, 409].includes(status), `triggering answered ${status}`);
}

test('docs with a dead and a living link are published', async () => {
  const { evidence } = await newestOf('chainloop');
  publish({
    'index.html': linkTo(`evidence/${evidence[0].digest.slice(7)}/`),
    'incidents/index.html': linkTo(`evidence/${dead}/`),
  });
});

test('the command finds the dead link of published docs, and of nothing else', async () => {
  const found = await supplyChain(
    ...['references', '--entity', handbook, '--json'],
  );
  assert.equal(found.code, 1, found.stdout + found.stderr);
  const { references, sites } = JSON.parse(found.stdout);
  assert.deepEqual(
    references.map(({ file, state, cause }) => [file, state, cause]),
    [
      ['index.html', 'found', undefined],
      ['incidents/index.html', 'dead', 'unknown'],
    ],
  );
  assert.deepEqual(sites, [{ entityRef: handbook, state: 'read', pages: 2 }]);
});

const links = page =>
  page
    .getByRole('region', { name: 'Links to evidence that lead nowhere' })
    .first();

for (const [name, options] of [
  ['wide', {}],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 400, height: 800 } }],
]) {
  portalTest(
    `the page of retention lists dead links, ${name}`,
    {
      persona: 'guest',
      path: async () => {
        await look();
        return path;
      },
      ...options,
    },
    async ({ page }) => {
      const item = links(page).getByRole('listitem').first();
      // The look may have just begun
      for (let tries = 0; tries < 20 && !(await item.isVisible()); tries++) {
        await page.waitForTimeout(500);
        await page.reload();
        await links(page)
          .getByText(/looked through|No docs/)
          .first()
          .waitFor();
      }
      await item.getByRole('link', { name: /incidents/ }).waitFor();
      await item.getByText('Nothing is known of it').waitFor();
      assert.equal(await links(page).getByRole('listitem').count(), 1);
      await assertNoSidewaysScroll(page);
      await item.scrollIntoViewIfNeeded();
      await shot(page, `dead-references-${name}`);
    },
  );
}

portalTest(
  'a digest that is none is told so in its field',
  { persona: 'guest', path: `${path}?retention.part=gone` },
  async ({ page }) => {
    await page.getByRole('textbox', { name: /sha256/ }).fill('sha256:12ab');
    await page.getByRole('button', { name: 'Look it up' }).click();
    await page.getByText(/^A sha256 is 64 characters/).waitFor();
    await shot(page, 'digest-malformed');
  },
);
