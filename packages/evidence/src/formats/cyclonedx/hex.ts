const scratch = Buffer.alloc(256);

const HEX = /^[0-9a-fA-F]+$/;

/**
 * Whether a text is whole bytes in lower-case hexadecimal digits, 256 at most.
 * Decoding it and writing it again takes less than half of a regular expression's
 * time, and an SBOM has more digits of hashes than of anything else. Decoding alone
 * would not do: it looks at the low byte of a character only.
 *
 * @internal
 */
export function isLowerHex(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= scratch.length * 2 &&
    scratch.toString('hex', 0, scratch.write(text, 'hex')) === text
  );
}

/** Whether a text is nothing but hexadecimal digits. @internal */
export function isHex(text: string): boolean {
  return isLowerHex(text) || HEX.test(text);
}
