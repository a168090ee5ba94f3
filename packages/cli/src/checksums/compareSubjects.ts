import { posix } from 'node:path';
import type {
  ChecksumsDocument,
  ResourceDescriptor,
} from '@hotpass/supply-chain-evidence';
import type { Result } from '../documents/tellResult';

type Entry = Pick<
  ChecksumsDocument['entries'][number],
  'name' | 'algorithm' | 'digest' | 'line'
>;

const baseName = (name: string) => posix.basename(name);

/**
 * Where a list and the subjects of a provenance do not say the same. Names are compared
 * without folders; a digest that both have under other names is no difference.
 */
export function compareSubjects(
  entries: Entry[],
  subjects: ResourceDescriptor[],
  { list, provenance }: { list: string; provenance: string },
): Result['fixes'] {
  const differences: Result['fixes'] = [];
  const title = 'Checksums and provenance differ';
  const solution =
    'Make both again from the very files that ship: they were made from different builds, or one of them is not complete.';
  const digestsOf = (subject: ResourceDescriptor) =>
    Object.values(subject.digest).map(hex => hex?.toLocaleLowerCase('en-US'));
  const isListed = (subject: ResourceDescriptor) =>
    digestsOf(subject).some(hex => entries.some(one => one.digest === hex));
  for (const { name, algorithm, digest, line } of entries) {
    if (subjects.some(subject => digestsOf(subject).includes(digest))) continue;
    const sameName = subjects.find(
      subject =>
        name && subject.name && baseName(subject.name) === baseName(name),
    );
    const theirs = (sameName?.digest as Record<string, string> | undefined)?.[
      algorithm
    ];
    differences.push({
      title,
      message: theirs
        ? `${name} is ${algorithm}:${digest} here and ${theirs} in ${provenance}`
        : `${name ?? digest} is not in ${provenance}`,
      solution,
      place: `${list} line ${line}`,
    });
  }
  for (const [index, subject] of subjects.entries()) {
    const sameName = entries.some(
      ({ name }) =>
        name && subject.name && baseName(name) === baseName(subject.name),
    );
    if (isListed(subject) || sameName) continue;
    differences.push({
      title,
      message: `${subject.name ?? 'a subject'} is not in ${list}`,
      solution,
      place: `${provenance} /subject/${index}`,
    });
  }
  return differences;
}
