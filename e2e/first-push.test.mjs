import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  call,
  entityPath,
  newestOf,
  read,
  sbomFile,
  sha256,
  shot,
  supplyChain,
  uniqueVersion,
} from './support/portal.mjs';
import { portalTest, seeVerdict, tabOf } from './support/session.mjs';

const entity = 'your-project';
const guest = { persona: 'guest', path: tabOf(entity) };
const push = (file, version) =>
  supplyChain('push', file, '--entity', entity, '--release', version);

portalTest('the open tab follows what a pipeline sends', guest, async s => {
  const { page, t } = s;
  const { items } = await read('guest', `${entityPath(entity)}/releases`);
  if (items.length === 0) {
    await seeVerdict(page, /^Not known yet: nothing has been sent/);
    for (const name of [
      'From your pipeline',
      'From your computer',
      'From the repository',
    ]) {
      await page.getByRole('heading', { name }).waitFor();
    }
    await page
      .getByText(/component:default\/your-project/)
      .first()
      .waitFor();
    await shot(page, 'not-known');
  } else {
    t.diagnostic('the portal is not fresh: "Not known yet" was not seen');
    await page.getByRole('button', { name: /Release$/ }).waitFor();
  }
  // Only this page's own updates may change it from here on.
  await page.evaluate(() => (window.__sameDocument = true));
  const version = uniqueVersion('live');
  const denied = await push(
    sbomFile({ name: entity, version, licence: 'AGPL-3.0-only' }),
    version,
  );
  assert.equal(denied.code, 1, denied.stdout + denied.stderr);
  assert.match(denied.stdout, /Cannot ship: /);
  assert.match(denied.stdout, /AGPL-3\.0-only/);
  await page
    .getByRole('button', { name: new RegExp(version) })
    .first()
    .waitFor();
  await seeVerdict(page, /^Cannot ship/);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'AGPL-3.0-only' })
    .waitFor();
  await shot(page, 'live-failed');

  const fixed = await push(sbomFile({ name: entity, version }), version);
  assert.equal(fixed.code, 0, fixed.stdout + fixed.stderr);
  assert.match(fixed.stdout, /Can ship: /);
  await seeVerdict(page, /^Can ship/);
  assert.equal(await page.evaluate(() => window.__sameDocument), true);
  await shot(page, 'live-passed');
});

portalTest(
  'a person drops a file, and withdraws it with a reason',
  guest,
  async ({ page }) => {
    const version = uniqueVersion('dropped');
    const file = sbomFile({ name: entity, version, licence: 'AGPL-3.0-only' });
    const bytes = await readFile(file);
    await page.getByRole('button', { name: 'Send evidence' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Version/ }).fill(version);
    const data = await page.evaluateHandle(text => {
      const transfer = new DataTransfer();
      transfer.items.add(
        new File([text], 'dropped.cdx.json', { type: 'application/json' }),
      );
      return transfer;
    }, bytes.toString());
    await dialog
      .getByText('Drop a file here, or')
      .dispatchEvent('drop', { dataTransfer: data });
    await dialog.getByText('dropped.cdx.json').waitFor();
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await dialog
      .getByText(`dropped.cdx.json was accepted as SBOM of ${version}.`)
      .waitFor();
    await page.keyboard.press('Escape');
    await seeVerdict(page, /^Cannot ship/);

    await page.getByRole('tab', { name: /^Evidence/ }).click();
    const card = page.getByRole('article', { name: 'SBOM dropped.cdx.json' });
    await card.getByText(/\(a person\)/).waitFor();
    await card.getByRole('button', { name: /^Withdraw/ }).click();
    const asking = page.getByRole('dialog');
    await asking.getByRole('button', { name: 'Withdraw' }).click();
    await asking.getByText('Say why').waitFor();
    await asking
      .getByRole('textbox', { name: /^Reason/ })
      .fill('sent for the wrong release');
    await asking.getByRole('button', { name: 'Withdraw' }).click();
    await card
      .getByText('Withdrawn by guest: sent for the wrong release')
      .waitFor();
    await shot(page, 'withdrawn');

    const { release, path, evidence } = await newestOf(entity);
    assert.equal(release.version, version);
    const [{ id, digest, withdrawn }] = evidence;
    assert.equal(digest, sha256(bytes));
    assert.equal(withdrawn.by, 'user:default/guest');
    assert.equal(withdrawn.reason, 'sent for the wrong release');
    const kept = await call('guest', `${path}/evidence/${id}/content`);
    assert.deepEqual(Buffer.from(await kept.arrayBuffer()), bytes);
    const { state } = await read('guest', `${entityPath(entity)}/posture`);
    assert.notEqual(state, 'can-ship');
  },
);
