import { LicenceNode, parseLicenceExpression } from './parseLicenceExpression';

/** How many ways to satisfy an expression are written out. @public */
export const LICENCE_ALTERNATIVES_CAP = 64;

/**
 * The ways to satisfy a licence expression, as disjunctive normal form: each inner
 * list is a set of ids that together satisfy it. Empty where the expression cannot
 * be read or has more than `cap` alternatives on the way, so that nobody's choice of
 * brackets costs exponential time.
 *
 * @public
 */
export function licenceAlternatives(
  expression: string,
  cap: number = LICENCE_ALTERNATIVES_CAP,
): string[][] {
  const node = parseLicenceExpression(expression);
  return (node && alternativesOf(node, cap)) ?? [];
}

/** As {@link licenceAlternatives}, of a tree; `undefined` beyond the cap. @internal */
export function alternativesOf(
  node: LicenceNode,
  cap: number,
): string[][] | undefined {
  if (node.kind === 'licence') {
    return [[node.id]];
  }
  return node.kind === 'or' ? anyOf(node.parts, cap) : allOf(node.parts, cap);
}

function anyOf(parts: LicenceNode[], cap: number): string[][] | undefined {
  const union = new Map<string, string[]>();
  for (const part of parts) {
    const alternatives = alternativesOf(part, cap);
    if (!alternatives) {
      return undefined;
    }
    for (const alternative of alternatives) {
      union.set(alternative.join('\n'), alternative);
    }
    if (union.size > cap) {
      return undefined;
    }
  }
  return [...union.values()];
}

function allOf(parts: LicenceNode[], cap: number): string[][] | undefined {
  // What is needed in any case is gathered once, or a long chain would be copied
  // for each of its parts.
  const always = new Set<string>();
  let product: string[][] = [[]];
  for (const part of parts) {
    const alternatives = alternativesOf(part, cap);
    if (!alternatives || product.length * alternatives.length > cap) {
      return undefined;
    }
    if (alternatives.length === 1) {
      alternatives[0].forEach(id => always.add(id));
    } else {
      product = product.flatMap(left =>
        alternatives.map(right => [...left, ...right]),
      );
    }
  }
  const union = new Map<string, string[]>();
  for (const alternative of product) {
    const ids = [...new Set([...always, ...alternative])].sort();
    union.set(ids.join('\n'), ids);
  }
  return [...union.values()];
}
