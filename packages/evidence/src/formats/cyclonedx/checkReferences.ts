import { arrayAt, objectAt, stringAt } from '../../json';
import { Defect } from '../../model/Defect';
import { walkComponents } from './walkComponents';

/**
 * Warns of references that occur twice and of dependencies that lead nowhere.
 * The schema cannot see either; documents in the wild have both.
 *
 * @internal
 */
export function checkReferences(document: unknown): Defect[] {
  const defects: Defect[] = [];
  const known = new Set<string>();
  const add = (ref: string | undefined, pointer: string) => {
    if (!ref) return;
    if (known.has(ref)) {
      defects.push(
        warning('duplicate-ref', 'occurs more than once', ref, pointer),
      );
    }
    known.add(ref);
  };
  const root = objectAt(objectAt(document, 'metadata'), 'component');
  add(stringAt(root, 'bom-ref'), '/metadata/component/bom-ref');
  for (const { component, pointer } of walkComponents(document)) {
    add(stringAt(component, 'bom-ref'), `${pointer}/bom-ref`);
  }
  const services = arrayAt(document, 'services').map(
    (service, index): [unknown, string] => [service, `/services/${index}`],
  );
  while (services.length > 0) {
    const [service, pointer] = services.pop()!;
    add(stringAt(service, 'bom-ref'), `${pointer}/bom-ref`);
    for (const [index, inner] of arrayAt(service, 'services').entries()) {
      services.push([inner, `${pointer}/services/${index}`]);
    }
  }
  for (const [i, entry] of arrayAt(document, 'dependencies').entries()) {
    const check = (ref: unknown, pointer: string) => {
      if (typeof ref === 'string' && !known.has(ref)) {
        defects.push(warning('dangling-ref', 'leads nowhere', ref, pointer));
      }
    };
    check(stringAt(entry, 'ref'), `/dependencies/${i}/ref`);
    for (const [j, ref] of arrayAt(entry, 'dependsOn').entries()) {
      check(ref, `/dependencies/${i}/dependsOn/${j}`);
    }
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
