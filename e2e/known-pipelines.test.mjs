// The page "Known pipelines": what a job may do, and by which line.
import assert from 'node:assert/strict';
import { backend, shot } from './support/portal.mjs';
import { assertNoSidewaysScroll, portalTest } from './support/session.mjs';

const path = '/supply-chain/pipelines';
const github = 'https://token.actions.githubusercontent.com';
const mappings = '**/pipelines/mappings';

/** A token as a job has it; the page never checks its signature. */
const tokenWith = claims =>
  [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmF0dXJl')
    .join('.');

const field = page => page.getByRole('textbox', { name: /^Claims as JSON/ });
const result = page => page.getByRole('region', { name: 'Result' });

async function testClaims(page, text) {
  await field(page).fill(text);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
}

portalTest(
  'a token that was pasted is decoded and gone, and its mapping is named',
  { persona: 'guest', path },
  async ({ page }) => {
    await page.getByRole('heading', { name: 'Mapping 2' }).waitFor();
    await shot(page, 'pipelines-full');
    const token = tokenWith({
      iss: github,
      aud: backend,
      repository_id: '999999999999',
      repository: 'acme/checkout',
      event_name: 'pull_request',
      ref: 'refs/pull/7/merge',
    });
    const sent = [];
    page.on('request', request => sent.push(request.postData() ?? ''));
    await field(page).fill(token);
    await page.getByText('Decoded here from the token').waitFor();
    assert.match(
      await field(page).inputValue(),
      /"event_name": "pull_request"/,
    );
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    const answer = result(page);
    await answer.getByText('Allowed by mapping 2').waitFor();
    await answer.getByText('1 mapping before it does not match').click();
    await answer.getByText('not there').first().waitFor();
    await page.getByText('Counts for the tested claims').waitFor();
    assert.ok(!sent.join('\n').includes(token.slice(0, 40)), 'sent the token');
    assert.ok(!(await page.content()).includes(token), 'kept the token');
    await shot(page, 'pipelines-allowed');
  },
);

portalTest(
  'claims that nobody knows are told what would let them in',
  { persona: 'guest', path, colorScheme: 'dark' },
  async ({ page }) => {
    const claims = {
      iss: github,
      aud: 'sigstore',
      repository_id: '42',
      repository_owner_id: '7',
      repository: 'acme/<b>checkout</b>',
    };
    await testClaims(page, JSON.stringify(claims));
    const answer = result(page);
    await answer.getByText('Nothing is allowed').waitFor();
    await answer.getByText(/A token for “sigstore” is refused/).waitFor();
    await answer.getByText(/repository_id: '42'/).waitFor();
    assert.equal(await page.locator('#root b').count(), 0);
    await shot(page, 'pipelines-nobody-dark');
    await testClaims(page, '{"iss": }');
    await page
      .getByText('Not JSON at line 1, column 9: a value belongs here.')
      .waitFor();
    assert.ok(await field(page).evaluate(el => el === document.activeElement));
  },
);

portalTest(
  'the keyboard alone tests an example on a narrow window',
  { persona: 'guest', path, viewport: { width: 390, height: 844 } },
  async ({ page }) => {
    await field(page).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.match(await field(page).inputValue(), /"repository_id"/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await result(page).getByText('Allowed by mapping 1').waitFor();
    await assertNoSidewaysScroll(page);
    await shot(page, 'pipelines-narrow');
  },
);

portalTest(
  'a portal without mappings shows the configuration of a first one',
  { persona: 'guest', path: '/supply-chain' },
  async ({ page }) => {
    await page.route(mappings, route =>
      route.fulfill({ json: { issuers: [], mappings: [] } }),
    );
    await page.getByRole('tab', { name: 'Known pipelines' }).click();
    await page.getByText('No pipeline is known by its own token').waitFor();
    await page
      .getByText(/aud[a-z]*: http:\/\/localhost:/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'GitLab' }).click();
    await page
      .getByText(/issuer: https:\/\/gitlab\.com/)
      .first()
      .waitFor();
    await shot(page, 'pipelines-empty');
  },
);

portalTest(
  'mappings that cannot be had are asked for again',
  { persona: 'guest', path: '/supply-chain', answers: [503] },
  async ({ page }) => {
    await page.route(mappings, route =>
      route.fulfill({
        status: 503,
        json: {
          error: { name: 'ServiceUnavailableError', message: 'Out of order' },
          response: { statusCode: 503 },
        },
      }),
    );
    await page.getByRole('tab', { name: 'Known pipelines' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Could not load the known pipelines').waitFor();
    await shot(page, 'pipelines-failing');
    await page.unroute(mappings);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Mapping 1' }).waitFor();
  },
);

portalTest(
  'a visitor is told that the known pipelines are not theirs to see',
  { persona: 'visitor', path, answers: [403] },
  async ({ page }) => {
    const alert = page.getByRole('alert');
    await alert.getByText('You may not see the known pipelines').waitFor();
    assert.equal(await alert.getByRole('button').count(), 0);
    assert.doesNotMatch(
      await page.locator('#root').innerText(),
      /999999999999|supply-chain-cli/,
    );
    await shot(page, 'pipelines-denied');
  },
);
