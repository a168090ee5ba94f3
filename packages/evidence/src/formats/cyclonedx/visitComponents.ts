import { arrayAt, isObject, JsonObject, objectAt } from '../../json';

/** Takes a component and the RFC 6901 pointer to it. @internal */
export type ComponentVisitor = (component: JsonObject, pointer: string) => void;

/**
 * All components in document order: those inside the root, then the inventory, nested
 * ones behind their parent. What is no object is left out.
 *
 * @internal
 */
export function visitComponents(
  document: unknown,
  visit: ComponentVisitor,
): void {
  const root = objectAt(objectAt(document, 'metadata'), 'component');
  visitBelow(root, '/metadata/component', visit);
  visitBelow(document, '', visit);
}

/** Depth is bounded by the guard in front of the parser. */
function visitBelow(
  parent: unknown,
  base: string,
  visit: ComponentVisitor,
): void {
  arrayAt(parent, 'components').forEach((component, index) => {
    if (!isObject(component)) return;
    const pointer = `${base}/components/${index}`;
    visit(component, pointer);
    if (component.components) visitBelow(component, pointer, visit);
  });
}
