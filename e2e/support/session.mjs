import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enterAs, openPortal } from './browser.mjs';
import { base, shot } from './portal.mjs';

/** What Backstage and React say by themselves in development; anything else is ours. */
const known = [
  'Warning: findDOMNode is deprecated',
  'Warning: Support for defaultProps will be removed',
  'Failed to load resource: the server responded with a status of 403',
  'Failed to load resource: the server responded with a status of 404',
];

/** Collects the errors of a page that nobody expects. */
export function watchErrors(page) {
  const errors = [];
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => {
    const text = message.text();
    if (message.type() !== 'error') return;
    if (!known.some(prefix => text.startsWith(prefix))) errors.push(text);
  });
  return errors;
}

/** The address of an entity's supply-chain tab. */
export const tabOf = (name, query = '') =>
  `/catalog/default/component/${name}/supply-chain${query && `?${query}`}`;

/**
 * One test in a browser of its own: enters as a persona at a path, and fails when the
 * page reports an error, too.
 */
export function portalTest(name, { persona, path, ...browser }, run) {
  test(name, { timeout: 180_000 }, async t => {
    const portal = await openPortal({ base, ...browser });
    const page = await portal.newPage();
    try {
      const errors = watchErrors(page);
      await enterAs(page, persona, path);
      await run({ page, portal, t });
      assert.deepEqual(errors, []);
    } catch (error) {
      await shot(page, `failed ${name}`.replace(/\W+/g, '-'));
      throw error;
    } finally {
      await portal.close();
    }
  });
}

/** Waits until the verdict reads so. */
export async function seeVerdict(page, text) {
  await page
    .getByRole('heading', { level: 2, name: text })
    .waitFor({ state: 'visible' });
}

/** Fails where the page scrolls sideways. */
export async function assertNoSidewaysScroll(page) {
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    return { scrollWidth, clientWidth };
  });
  assert.ok(
    widths.scrollWidth <= widths.clientWidth,
    `the page scrolls sideways: ${JSON.stringify(widths)}`,
  );
}
