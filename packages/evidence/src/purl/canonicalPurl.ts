import { formatPurl, packageKeyOf, parsePurl } from './purl';

/** Canonical texts of a package URL. @internal */
export interface CanonicalPurl {
  purl: string;
  /** Without version, qualifiers and subpath. */
  packageKey: string;
}

// Lower-case plain text of types whose rules change no such text: it is canonical as
// it stands, as nearly every purl of an SBOM is.
const CANONICAL =
  /^(pkg:(?:npm|maven|golang|cargo|gem|nuget|composer|hex)\/(?:(?:%40)?[a-z0-9._-]+\/)*[a-z0-9._-]+)@[A-Za-z0-9._~:-]+$/;

/** The canonical form, or `undefined` for text that is no purl. @internal */
export function canonicalPurl(text: string): CanonicalPurl | undefined {
  const packageKey = CANONICAL.exec(text)?.[1];
  if (packageKey) return { purl: text, packageKey };
  const parsed = parsePurl(text);
  return (
    parsed && { purl: formatPurl(parsed), packageKey: packageKeyOf(parsed) }
  );
}
