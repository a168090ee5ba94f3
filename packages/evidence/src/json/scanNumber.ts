const isDigit = (byte: number | undefined) =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Offset behind the RFC 8259 number at `at`, or -1 where there is none. @internal */
export function scanNumber(bytes: Uint8Array, at: number): number {
  let end = at;
  if (bytes[end] === 0x2d) end += 1;
  if (!isDigit(bytes[end])) return -1;
  if (bytes[end] === 0x30) end += 1;
  else while (isDigit(bytes[end])) end += 1;
  if (bytes[end] === 0x2e) {
    end += 1;
    if (!isDigit(bytes[end])) return -1;
    while (isDigit(bytes[end])) end += 1;
  }
  if (bytes[end] === 0x65 || bytes[end] === 0x45) {
    end += 1;
    if (bytes[end] === 0x2b || bytes[end] === 0x2d) end += 1;
    if (!isDigit(bytes[end])) return -1;
    while (isDigit(bytes[end])) end += 1;
  }
  return end;
}
