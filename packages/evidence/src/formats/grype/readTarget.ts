import { JsonObject, objectAt, stringAt, stringsAt, valueAt } from '../../json';
import { DigestSet } from '../../model/Digest';
import { ScanDocument } from '../../model/ReadDocument';

/** What was scanned: a folder or file (`target` is text), or an image (an object). @internal */
export function readTarget(
  source: JsonObject | undefined,
): ScanDocument['target'] {
  const type = stringAt(source, 'type');
  const path = valueAt(source, 'target');
  if (typeof path === 'string' && path !== '') {
    return { name: path, type, digest: {} };
  }
  const image = objectAt(source, 'target');
  const name = stringAt(image, 'userInput');
  return name ? { name, type, digest: digestOf(image) } : undefined;
}

// The digest by which a registry knows the image, not the one of its local config.
function digestOf(image: JsonObject | undefined): DigestSet {
  const candidates = [
    ...stringsAt(image, 'repoDigests').map(text => text.split('@').pop() ?? ''),
    stringAt(image, 'manifestDigest') ?? '',
  ];
  for (const candidate of candidates) {
    const match = /^(sha256|sha512):([0-9a-f]{64,128})$/.exec(candidate);
    if (match) return { [match[1]]: match[2] };
  }
  return {};
}
