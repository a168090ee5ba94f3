import { LicenceFacts } from '../facts/FactDocument';
import {
  LICENCE_ALTERNATIVES_CAP,
  alternativesOf,
} from './licenceAlternatives';
import { LicenceNode, parseLicenceExpression } from './parseLicenceExpression';

/**
 * What rules may know of a licence statement. `NOASSERTION` and `NONE` read as
 * unknown ids: neither allows anything.
 *
 * @public
 */
export function readLicence(
  expression: string,
  cap: number = LICENCE_ALTERNATIVES_CAP,
): LicenceFacts {
  const node = parseLicenceExpression(expression);
  return {
    expression,
    alternatives: (node && alternativesOf(node, cap)) ?? [],
    unknownIds: node ? [...new Set(unknownIds(node))].sort() : [],
  };
}

function* unknownIds(node: LicenceNode): Generator<string> {
  if (node.kind !== 'licence') {
    for (const part of node.parts) {
      yield* unknownIds(part);
    }
  } else if (!node.known) {
    yield node.id;
  }
}
