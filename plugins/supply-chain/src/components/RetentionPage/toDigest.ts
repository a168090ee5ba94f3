/** People paste digests with and without the algorithm in front; nothing for no text. */
export function toDigest(text: string): string | undefined {
  const hex = text
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '');
  return hex === '' ? undefined : `sha256:${hex}`;
}

/** Whether it is a whole one, as only these are looked up. */
export function isDigest(digest: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(digest);
}
