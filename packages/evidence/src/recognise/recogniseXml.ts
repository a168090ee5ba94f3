import { EvidenceError } from '../model/EvidenceError';
import { Marked } from './markers';

const PROLOG_LIMIT = 64 * 1024;
const NAMESPACE =
  /xmlns(?::[\w.-]{1,64})?\s*=\s*["']http:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)["']/;

/**
 * Tells CycloneDX XML by its root element. A DTD is refused: it is the way to
 * entities, and no evidence format has one.
 *
 * @throws EvidenceError for a document type declaration
 * @internal
 */
export function recogniseXml(text: string): Marked | undefined {
  const root = rootTag(text.slice(0, PROLOG_LIMIT));
  if (!root || !/^<(?:[\w.-]{1,64}:)?bom[\s>/]/.test(root)) return undefined;
  const version = NAMESPACE.exec(root)?.[1];
  return version
    ? {
        format: 'cyclonedx-xml',
        version,
        mediaType: 'application/vnd.cyclonedx+xml',
        kind: 'sbom',
        detectedBy: `root element bom in the namespace of CycloneDX ${version}`,
      }
    : undefined;
}

/** The first start tag behind declarations, comments and white space. */
function rootTag(text: string): string | undefined {
  let at = 0;
  for (;;) {
    while (at < text.length && text[at].trim() === '') at += 1;
    if (text.startsWith('<?', at)) at = behind(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = behind(text, '-->', at);
    else if (text.startsWith('<!', at)) {
      throw new EvidenceError(
        'invalid-xml',
        'The document has a document type declaration.',
        {
          line: text.slice(0, at).split('\n').length,
          remedy: 'Remove the DOCTYPE; entities are never resolved.',
        },
      );
    } else break;
    if (at < 0) return undefined;
  }
  const end = text.indexOf('>', at);
  return text[at] === '<' && end !== -1 ? text.slice(at, end + 1) : undefined;
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}
