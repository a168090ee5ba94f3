/** Far more than any issuer's keys or discovery take. */
const MAX_BYTES = 1024 * 1024;

/**
 * A small JSON document of an issuer. Whoever answers cannot keep us waiting, fill our
 * memory or send us elsewhere: the time is for the whole body, not for its first byte.
 */
export async function fetchJson(
  url: string,
  options: { timeoutMs: number },
): Promise<unknown> {
  const { timeoutMs } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      redirect: 'error',
      headers: { accept: 'application/json' },
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`${url} answered ${response.status}`);
    }
    return JSON.parse(await readText(response, url));
  } catch (error) {
    if (signal.aborted) {
      throw new Error(`${url} did not answer whole within ${timeoutMs} ms`);
    }
    if (error instanceof SyntaxError) {
      throw new Error(`${url} answered something that is not JSON`);
    }
    if (error instanceof TypeError) {
      throw new Error(`${url} could not be fetched, or led elsewhere`);
    }
    throw error;
  }
}

async function readText(response: Response, url: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    chunks.push(next.value);
    size += next.value.length;
    if (size > MAX_BYTES) {
      await reader?.cancel();
      throw new Error(`${url} answered more than ${MAX_BYTES} bytes`);
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
