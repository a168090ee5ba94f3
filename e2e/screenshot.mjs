// Makes docs/img/entity-tab.png from a running portal, and notes its digest in
// docs/img/images.json, which the docs check compares.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { enterAs, openPortal } from './support/browser.mjs';
import { base } from './support/portal.mjs';

const folder = resolve(import.meta.dirname, '../docs/img');
const file = 'entity-tab.png';
const browser = await openPortal({
  base,
  viewport: { width: 1440, height: 900 },
});
try {
  const page = await browser.newPage();
  await enterAs(
    page,
    'guest',
    '/catalog/default/component/chainloop/supply-chain',
  );
  await page.getByText('Cannot ship').first().waitFor();
  await page.getByRole('row', { name: /DEMO-2026-0001/ }).waitFor();
  await page
    .getByRole('link', { name: 'Open in TechDocs', exact: true })
    .waitFor({ timeout: 60_000 });
  // Away from what was clicked before
  await page.mouse.move(720, 60);
  await page.screenshot({ path: join(folder, file) });
} finally {
  await browser.close();
}
// Smaller where it is installed, the same pixels everywhere
spawnSync('optipng', ['-quiet', '-o5', join(folder, file)]);
const sha256 = createHash('sha256')
  .update(readFileSync(join(folder, file)))
  .digest('hex');
writeFileSync(
  join(folder, 'images.json'),
  `${JSON.stringify(
    { [file]: { sha256, recipe: 'node e2e/screenshot.mjs' } },
    undefined,
    2,
  )}\n`,
);
