import { arrayAt, objectAt, stringAt } from '../../json';
import { Defect } from '../../model/Defect';
import { visitComponents } from './visitComponents';

/**
 * Warns of references that occur twice and of dependencies that lead nowhere.
 * The schema cannot see either; documents in the wild have both.
 *
 * @internal
 */
export function checkReferences(document: unknown): Defect[] {
  const defects: Defect[] = [];
  const known = new Set<string>();
  const add = (owner: unknown, pointer: string) => {
    const ref = stringAt(owner, 'bom-ref');
    if (!ref) return;
    if (known.has(ref)) {
      const place = `${pointer}/bom-ref`;
      defects.push(
        warning('duplicate-ref', 'occurs more than once', ref, place),
      );
    }
    known.add(ref);
  };
  const root = objectAt(objectAt(document, 'metadata'), 'component');
  add(root, '/metadata/component');
  visitComponents(document, add);
  const services = arrayAt(document, 'services').map(
    (service, index): [unknown, string] => [service, `/services/${index}`],
  );
  while (services.length > 0) {
    const [service, pointer] = services.pop()!;
    add(service, pointer);
    for (const [index, inner] of arrayAt(service, 'services').entries()) {
      services.push([inner, `${pointer}/services/${index}`]);
    }
  }
  for (const [i, entry] of arrayAt(document, 'dependencies').entries()) {
    const check = (ref: unknown, key: string) => {
      if (typeof ref === 'string' && !known.has(ref)) {
        const place = `/dependencies/${i}/${key}`;
        defects.push(warning('dangling-ref', 'leads nowhere', ref, place));
      }
    };
    check(stringAt(entry, 'ref'), 'ref');
    arrayAt(entry, 'dependsOn').forEach((ref, j) => {
      if (!known.has(ref as string)) check(ref, `dependsOn/${j}`);
    });
  }
  return defects;
}

function warning(
  code: string,
  what: string,
  ref: string,
  pointer: string,
): Defect {
  const message = `The reference "${ref.slice(0, 200)}" ${what}.`;
  return { code, message, pointer, level: 'warning' };
}
