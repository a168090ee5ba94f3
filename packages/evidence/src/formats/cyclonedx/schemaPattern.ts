import { isHex } from './hex';

/** What ajv needs of a regular expression. @internal */
export interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

const HEX_OF_LENGTHS =
  /^\^\((\[a-fA-F0-9\]\{\d+\}(?:\|\[a-fA-F0-9\]\{\d+\})*)\)\$$/;

/**
 * A `pattern` of a schema. The one for hashes, `^([a-fA-F0-9]{32}|…)$`, runs over a
 * long hash once for every shorter length, and an SBOM has nothing oftener: length
 * and digits are asked instead.
 *
 * @internal
 */
export function schemaPattern(source: string, flags: string): Pattern {
  const hex = HEX_OF_LENGTHS.exec(source);
  if (!hex) return new RegExp(source, flags);
  const lengths = new Set(
    [...hex[1].matchAll(/\{(\d+)\}/g)].map(([, length]) => Number(length)),
  );
  return {
    test: text => lengths.has(text.length) && isHex(text),
    toString: () => `/${source}/${flags}`,
  };
}

// Only for code that ajv would write to a file
schemaPattern.code = 'new RegExp';
