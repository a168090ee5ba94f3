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

portalTest(
  'a person drops a file, and withdraws it with a reason',
  guest,
  async ({ page }) => {
    // A project without any evidence shows how to begin instead
    const first = uniqueVersion('first');
    const begun = sbomFile({ name: entity, version: first });
    const place = ['--entity', entity, '--release', first];
    assert.equal((await supplyChain('push', begun, ...place)).code, 0);
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
