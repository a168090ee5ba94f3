import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enterAs, openPortal } from './browser.mjs';
import { base, shot } from './portal.mjs';

/**
 * What Backstage says by itself in development, by its first line to the letter;
 * anything else is ours. The two of the page header come from `PluginHeader` of
 * `@backstage/ui`: its routed tabs have no selection in the first render, and the last
 * breadcrumb is text in a tooltip.
 */
const known = new Set([
  'Warning: findDOMNode is deprecated and will be removed in the next major release. Instead, add a ref directly to the element you want to reference. Learn more about using refs safely here: https://reactjs.org/link/strict-mode-find-node%s ',
  'WARN: A component changed from uncontrolled to controlled.',
  '<Focusable> child must have an interactive ARIA role.',
]);

/** Said when a page is left while its channel for signals is still being opened. */
const LEFT_EARLY =
  /^WebSocket connection to '[^']+\/api\/signals' failed: WebSocket is closed before the connection is established\.$/;

/** Said by Backstage of its own icons once TechDocs asks for one; the names follow. */
const OLD_ICONS =
  /^The following icons were registered as IconComponent, which is deprecated\./;

/** Collects what a page logs as an error or a warning and nobody expects. */
export function watchConsole(page, allowed = []) {
  const said = [];
  page.on('pageerror', error => said.push(String(error)));
  page.on('console', message => {
    if (!['error', 'warning'].includes(message.type())) return;
    const [line] = message.text().split('\n');
    if (known.has(line) || LEFT_EARLY.test(line)) return;
    if (OLD_ICONS.test(line)) return;
    const { url } = message.location();
    if (!allowed.includes(line)) said.push(`${message.text()} (${url})`);
  });
  return said;
}

/** What a browser logs when an answer is an error that the test expects. */
export const answered = status =>
  ({
    400: 'Failed to load resource: the server responded with a status of 400 (Bad Request)',
    403: 'Failed to load resource: the server responded with a status of 403 (Forbidden)',
    404: 'Failed to load resource: the server responded with a status of 404 (Not Found)',
    415: 'Failed to load resource: the server responded with a status of 415 (Unsupported Media Type)',
    503: 'Failed to load resource: the server responded with a status of 503 (Service Unavailable)',
  }[status]);

/** The address of an entity's supply-chain tab. */
export const tabOf = (name, query = '') =>
  `/catalog/default/component/${name}/supply-chain${query && `?${query}`}`;

/**
 * One test in a browser of its own: enters as a persona at a path, or at the one that a
 * function finds first, and fails when the page logs an error or a warning, too, other
 * than the `answers` that it expects.
 */
export function portalTest(
  name,
  { persona, path, answers = [], ...browser },
  run,
) {
  test(name, { timeout: 180_000 }, async t => {
    const portal = await openPortal({ base, ...browser });
    const page = await portal.newPage();
    try {
      const said = watchConsole(page, answers.map(answered));
      const at = typeof path === 'function' ? await path() : path;
      await enterAs(page, persona, at);
      await run({ page, portal, t });
      assert.deepEqual(said, []);
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
