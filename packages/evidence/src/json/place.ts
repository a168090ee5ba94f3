/** Line and column of a byte, both 1-based; columns count characters. @internal */
export function placeOf(
  bytes: Uint8Array,
  offset: number,
): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (
    let newline = bytes.indexOf(0x0a);
    newline !== -1 && newline < offset;
    newline = bytes.indexOf(0x0a, lineStart)
  ) {
    line += 1;
    lineStart = newline + 1;
  }
  const before = bytes.subarray(lineStart, Math.min(offset, bytes.length));
  return { line, column: Buffer.from(before).toString('utf8').length + 1 };
}
