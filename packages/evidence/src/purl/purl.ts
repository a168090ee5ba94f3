import { canonicalParts } from './typeRules';

/** A package URL in parts, decoded. Source: purl-spec (ECMA-427). @public */
export interface Purl {
  /** Lower case, such as `npm`. */
  type: string;
  /** Segments joined by `/`. */
  namespace?: string;
  /** Normalised by the rules of the type. */
  name: string;
  /** Normalised by the rules of the type. */
  version?: string;
  /** Sorted by key when formatted; a key occurs once. */
  qualifiers: { [key: string]: string };
  /** Segments joined by `/`, without `.` and `..`. */
  subpath?: string;
}

/** Text that is the same when it is escaped, as nearly all text is. */
const PLAIN = /^[A-Za-z0-9._~:-]*$/;
const TYPE = /^[a-z][a-z0-9.-]*$/;
const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;

/**
 * Parses and canonicalises a package URL by the rules of its type.
 * Returns `undefined` for text that is none.
 *
 * @public
 */
export function parsePurl(text: string): Purl | undefined {
  if (text.slice(0, 4).toLowerCase() !== 'pkg:') return undefined;
  let rest = text.slice(4).replace(/^\/+/, '');
  const [beforeSubpath, subpath] = cutRight(rest, '#');
  const [beforeQuery, query] = cutRight(beforeSubpath, '?');
  rest = beforeQuery;

  const slash = rest.indexOf('/');
  if (slash <= 0) return undefined;
  const type = rest.slice(0, slash).toLowerCase();
  rest = rest.slice(slash + 1);

  let version: string | undefined;
  // An `@` before the last slash belongs to a scope that was left unescaped.
  const at = rest.lastIndexOf('@');
  if (at > 0 && (at > rest.lastIndexOf('/') || !rest.startsWith('@'))) {
    version = rest.slice(at + 1);
    rest = rest.slice(0, at);
  } else if (at === 0 && !rest.includes('/')) {
    return undefined;
  }

  // A slash right before the version leaves the name empty.
  if (version === undefined) rest = rest.replace(/\/+$/, '');
  const segments = rest.split('/');
  try {
    const name = decode(segments.pop() ?? '');
    const namespace = segments.filter(Boolean).map(decode).join('/');
    const qualifiers = query ? parseQualifiers(query) : {};
    if (!qualifiers) return undefined;
    return makePurl({
      type,
      namespace,
      name,
      version: version ? decode(version) : undefined,
      qualifiers,
      subpath: subpath ? subpath.split('/').map(decode).join('/') : undefined,
    });
  } catch {
    // decodeURIComponent refuses a broken percent escape.
    return undefined;
  }
}

/** Checks and canonicalises parts; `undefined` where they make no purl. @public */
export function makePurl(parts: Purl): Purl | undefined {
  const type = parts.type.toLowerCase();
  if (!TYPE.test(type) || !parts.name) return undefined;
  const qualifiers: Purl['qualifiers'] = {};
  for (const [rawKey, value] of Object.entries(parts.qualifiers)) {
    const key = rawKey.toLowerCase();
    if (!QUALIFIER_KEY.test(key)) return undefined;
    if (value !== '') qualifiers[key] = value;
  }
  const subpath = parts.subpath
    ?.split('/')
    .filter(segment => segment && segment !== '.' && segment !== '..')
    .join('/');
  return canonicalParts({
    type,
    namespace: trimSlashes(parts.namespace) || undefined,
    name: parts.name,
    version: parts.version || undefined,
    qualifiers,
    subpath: subpath || undefined,
  });
}

/** The canonical text of a purl. @public */
export function formatPurl(purl: Purl): string {
  let text = packageKeyOf(purl);
  if (purl.version !== undefined) text += `@${encode(purl.version)}`;
  const keys = Object.keys(purl.qualifiers).sort();
  if (keys.length > 0) {
    text += `?${keys
      .map(key => `${key}=${encode(purl.qualifiers[key])}`)
      .join('&')}`;
  }
  if (purl.subpath) text += `#${purl.subpath.split('/').map(encode).join('/')}`;
  return text;
}

/** The package without version, qualifiers and subpath. @public */
export function packageKeyOf(purl: Purl): string {
  const namespace = purl.namespace
    ? `${purl.namespace.split('/').map(encode).join('/')}/`
    : '';
  return `pkg:${purl.type}/${namespace}${encode(purl.name)}`;
}

function parseQualifiers(query: string): Purl['qualifiers'] | undefined {
  const qualifiers: Purl['qualifiers'] = Object.create(null);
  for (const pair of query.split('&')) {
    if (!pair) continue;
    const equals = pair.indexOf('=');
    if (equals < 1) return undefined;
    const key = pair.slice(0, equals).toLowerCase();
    if (key in qualifiers) return undefined;
    qualifiers[key] = decode(pair.slice(equals + 1));
  }
  return { ...qualifiers };
}

/** Everything but unreserved characters and the colon is escaped. */
function encode(text: string): string {
  if (PLAIN.test(text)) return text;
  return encodeURIComponent(wellFormed(text))
    .replace(/%3A/g, ':')
    .replace(
      /[!'()*]/g,
      character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
}

function decode(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text;
}

function cutRight(text: string, mark: string): [string, string | undefined] {
  const at = text.lastIndexOf(mark);
  return at === -1
    ? [text, undefined]
    : [text.slice(0, at), text.slice(at + 1)];
}

function trimSlashes(text: string | undefined): string | undefined {
  return text && text.split('/').filter(Boolean).join('/');
}

/** Half a surrogate pair has no escape; it becomes the replacement character. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
