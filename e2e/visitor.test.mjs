import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import {
  backend,
  call,
  entityPath,
  newestOf,
  shot,
} from './support/portal.mjs';
import { portalTest, tabOf } from './support/session.mjs';

const others = /Chainloop|2026\.11|DEMO-2026|bytefmt|release-notes/;

portalTest(
  'the entity tab denies a visitor in clear words',
  { persona: 'visitor', path: tabOf('chainloop'), answers: [403] },
  async ({ page }) => {
    await page
      .getByRole('alert')
      .filter({ hasText: 'You may not see the evidence of this component' })
      .waitFor();
    assert.equal(await page.getByRole('tablist').count(), 0);
    await shot(page, 'visitor-tab');
  },
);

portalTest(
  'the portal page shows a visitor nothing of others',
  { persona: 'visitor', path: '/supply-chain', answers: [403] },
  async ({ page }) => {
    await page.getByText('No entity in scope that you may see').waitFor();
    assert.doesNotMatch(await page.locator('#root').innerText(), others);
    await page.getByRole('tab', { name: 'Pipeline health' }).click();
    const denied = page
      .getByRole('alert')
      .filter({ hasText: 'You may not see' });
    await denied.nth(3).waitFor();
    assert.doesNotMatch(await page.locator('#root').innerText(), others);
    await shot(page, 'visitor-health');
  },
);

test('the API tells a visitor nothing, and ids make no difference', async () => {
  const { path, release, evidence } = await newestOf('chainloop');
  const content = `${path}/evidence/${evidence[0].id}/content`;
  const asGuest = await call('guest', content);
  assert.equal(asGuest.status, 200);
  const answer = async where => {
    const response = await call('visitor', where);
    // Only what the answer adds: it repeats the address that was asked for.
    const { error: said } = await response.json();
    assert.doesNotMatch(`${said?.message}`, /2026\.11|DEMO-2026|bytefmt/);
    return {
      status: response.status,
      name: said?.name,
      message: said?.message,
    };
  };
  const denied = [
    content,
    `${path}/components`,
    `${path}/findings`,
    `${path}/evidence`,
    `${path}/decision`,
    `${path}/paths?component=x`,
    `${entityPath('chainloop')}/posture`,
    `${entityPath('chainloop')}/posture?release=${release.id}`,
    `${entityPath('chainloop')}/releases`,
    `${entityPath('chainloop')}/gate?release=${release.version}`,
    '/health/arrivals',
    '/health/causes',
    '/health/matrix',
    '/health/status',
  ];
  for (const where of denied) {
    const { status } = await answer(where);
    assert.ok([403, 404].includes(status), `${where}: ${status}`);
    const unknown = where
      .replace(release.id, randomUUID())
      .replace(evidence[0].id, randomUUID());
    assert.deepEqual(await answer(unknown), await answer(where), where);
  }
  const portfolio = await (await call('visitor', '/portfolio')).json();
  assert.deepEqual(portfolio.items, []);
  assert.equal(portfolio.totalItems, 0);
  const without = await fetch(`${backend}/api/supply-chain/v1${content}`);
  assert.equal(without.status, 401);
});
