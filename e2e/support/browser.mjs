import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium with an empty profile; `close` removes the profile too. */
export async function openPortal({
  base,
  colorScheme = 'light',
  viewport = { width: 1360, height: 900 },
}) {
  const profile = mkdtempSync(join(tmpdir(), 'supply-chain-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
    baseURL: base,
    colorScheme,
    viewport,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return {
    context,
    newPage: () => context.newPage(),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Signs in as one of the demo people and waits for the catalog. */
export async function enterAs(page, persona, path = '/') {
  await page.goto(path);
  await page.getByRole('button', { name: `Enter as ${persona}` }).click();
}
