import { InputError } from '@backstage/errors';
import { packageKeyOf, parsePurl } from '@hotpass/supply-chain-evidence';
import { fit, fitKey } from '../database/text';

/**
 * What somebody looks for: a package key as the database keeps it, and a version
 * if one was given. Qualifiers and subpath are left out: they tell builds of a
 * version apart, and all of them are meant.
 */
export function parsePackage(text: string): {
  packageKey: string;
  version?: string;
} {
  const purl = parsePurl(text.trim());
  if (!purl) {
    throw new InputError(
      `'${text}' is no package URL; write one such as pkg:npm/lodash or pkg:npm/lodash@4.17.21`,
    );
  }
  return {
    packageKey: fitKey(packageKeyOf(purl)),
    version: purl.version === undefined ? undefined : fit(purl.version),
  };
}
