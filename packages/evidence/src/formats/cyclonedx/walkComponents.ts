import { arrayAt, isObject, JsonObject, objectAt } from '../../json';

/** A component with its place; what is no object is left out. @internal */
export interface PlacedComponent {
  component: JsonObject;
  pointer: string;
}

/** All components in document order: those inside the root, then the inventory, nested ones behind their parent. @internal */
export function* walkComponents(
  document: unknown,
): Generator<PlacedComponent, void, undefined> {
  const root = objectAt(objectAt(document, 'metadata'), 'component');
  yield* walk(root, '/metadata/component');
  yield* walk(document, '');
}

/** Depth is bounded by the guard in front of the parser. */
function* walk(
  parent: unknown,
  base: string,
): Generator<PlacedComponent, void, undefined> {
  for (const [index, component] of arrayAt(parent, 'components').entries()) {
    if (!isObject(component)) continue;
    const pointer = `${base}/components/${index}`;
    yield { component, pointer };
    if (component.components) yield* walk(component, pointer);
  }
}
