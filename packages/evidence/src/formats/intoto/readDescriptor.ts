import { arrayAt, isObject, objectAt, stringAt } from '../../json';
import { Defect } from '../../model/Defect';
import { DigestSet } from '../../model/Digest';
import { ResourceDescriptor } from '../../model/ReadDocument';

const MAX_DESCRIPTORS = 10_000;

/**
 * Reads the ResourceDescriptors below `key`. Source: in-toto attestation framework,
 * spec/v1/resource_descriptor.md and digest_set.md.
 *
 * @internal
 */
export function readDescriptors(
  parent: unknown,
  key: string,
  pointer: string,
  defects: Defect[],
): ResourceDescriptor[] {
  const items = arrayAt(parent, key);
  if (items.length > MAX_DESCRIPTORS) {
    defects.push({
      code: 'too-many-entries',
      message: `Only the first ${MAX_DESCRIPTORS} of ${items.length} are read.`,
      pointer: `${pointer}/${key}`,
      level: 'error',
    });
  }
  return items.slice(0, MAX_DESCRIPTORS).flatMap((item, index) => {
    if (!isObject(item)) {
      defects.push({
        code: 'not-an-object',
        message: 'A resource descriptor is an object.',
        pointer: `${pointer}/${key}/${index}`,
        level: 'error',
      });
      return [];
    }
    return [
      {
        name: stringAt(item, 'name'),
        uri: stringAt(item, 'uri'),
        digest: readDigestSet(item),
        mediaType: stringAt(item, 'mediaType'),
      },
    ];
  });
}

function readDigestSet(item: unknown): DigestSet {
  const digests: DigestSet = {};
  for (const [algorithm, value] of Object.entries(
    objectAt(item, 'digest') ?? {},
  )) {
    if (typeof value === 'string' && /^[0-9a-fA-F]{8,256}$/.test(value)) {
      digests[algorithm.toLocaleLowerCase('en-US')] =
        value.toLocaleLowerCase('en-US');
    }
  }
  return digests;
}
