import { Failure } from './Failure.mjs';

const LIMIT_MS = 10 * 60_000;
const HEARTBEAT_MS = 15_000;

/** Asks an address until it answers with success, and says so when it takes long. */
export async function waitFor(
  what,
  url,
  { isOver = () => false, headers, limitMs = LIMIT_MS, say = console.log } = {},
) {
  const began = Date.now();
  let said = began;
  while (!isOver()) {
    try {
      const response = await fetch(url, {
        headers,
        signal: AbortSignal.timeout(60_000),
      });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not there yet.
    }
    if (Date.now() - began > limitMs) {
      throw new Failure(`${what} did not answer at ${url} in time.`);
    }
    if (Date.now() - said > HEARTBEAT_MS) {
      said = Date.now();
      say(`  waiting for ${what}, ${Math.round((said - began) / 1000)} s`);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}
