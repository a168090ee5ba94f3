import { DocsError } from './DocsError';

/** No page that a person reads is larger. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The body as text; rejects for one that is too large before it fills the memory. */
export async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new DocsError('One of its files is larger than 16 MiB');
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
