import {
  arrayAt,
  isObject,
  JsonObject,
  numberAt,
  objectAt,
  stringAt,
  valueAt,
} from '../../json';
import { Defect } from '../../model/Defect';
import { ProvenanceDocument } from '../../model/ReadDocument';
import { PROVENANCE_V1 } from './provenanceTypes';
import { readDescriptors } from './readDescriptor';
import { sourceOf } from './sourceOf';
import { StatementParts } from './readStatement';

/**
 * Reads SLSA build provenance v1; v0.2 and v0.1 are read into the same model as far
 * as their fields have a place in it.
 *
 * Source: slsa.dev/spec/v1.2/provenance, slsa.dev/spec/v0.2/provenance.
 *
 * @internal
 */
export function readProvenance(
  parts: StatementParts,
  pointer = '',
): { document: ProvenanceDocument; defects: Defect[] } {
  const { predicate = {}, predicateType, subjects } = parts;
  const read = predicateType === PROVENANCE_V1 ? readV1 : readOlder;
  const { fields, defects } = read(predicate, `${pointer}/predicate`);
  return {
    document: {
      kind: 'provenance',
      predicateType,
      subjects,
      ...fields,
      source: sourceOf(fields.externalParameters, fields.resolvedDependencies),
    },
    defects,
  };
}

type Fields = Omit<
  ProvenanceDocument,
  'kind' | 'predicateType' | 'subjects' | 'source'
>;

function readV1(
  predicate: JsonObject,
  pointer: string,
): { fields: Fields; defects: Defect[] } {
  const defects: Defect[] = [];
  const definition = objectAt(predicate, 'buildDefinition');
  const run = objectAt(predicate, 'runDetails');
  const metadata = objectAt(run, 'metadata');
  const fields: Fields = {
    buildType: stringAt(definition, 'buildType'),
    builderId: stringAt(objectAt(run, 'builder'), 'id'),
    invocationId: stringAt(metadata, 'invocationId'),
    externalParameters: objectAt(definition, 'externalParameters') ?? {},
    resolvedDependencies: readDescriptors(
      definition,
      'resolvedDependencies',
      `${pointer}/buildDefinition`,
      defects,
    ),
    byproducts: readDescriptors(
      run,
      'byproducts',
      `${pointer}/runDetails`,
      defects,
    ),
    startedOn: stringAt(metadata, 'startedOn'),
    finishedOn: stringAt(metadata, 'finishedOn'),
  };
  requireFields(defects, pointer, 'v1', [
    [fields.buildType, '/buildDefinition/buildType', 'buildType'],
    [
      objectAt(definition, 'externalParameters'),
      '/buildDefinition/externalParameters',
      'externalParameters',
    ],
    [fields.builderId, '/runDetails/builder/id', 'builder.id'],
  ]);
  return { fields, defects };
}

// v0.2 has `invocation.configSource` and `materials`; v0.1 calls it `recipe`, and
// points at the material that the recipe was found in.
function readOlder(
  predicate: JsonObject,
  pointer: string,
): { fields: Fields; defects: Defect[] } {
  const defects: Defect[] = [];
  const recipe = objectAt(predicate, 'recipe');
  const metadata = objectAt(predicate, 'metadata');
  const fields: Fields = {
    buildType: stringAt(predicate, 'buildType') ?? stringAt(recipe, 'type'),
    builderId: stringAt(objectAt(predicate, 'builder'), 'id'),
    invocationId: stringAt(metadata, 'buildInvocationId'),
    externalParameters: recipe
      ? parametersOfRecipe(recipe, predicate)
      : parametersOf(objectAt(predicate, 'invocation')),
    resolvedDependencies: readDescriptors(
      predicate,
      'materials',
      pointer,
      defects,
    ),
    byproducts: [],
    startedOn: stringAt(metadata, 'buildStartedOn'),
    finishedOn: stringAt(metadata, 'buildFinishedOn'),
  };
  const buildType = recipe ? '/recipe/type' : '/buildType';
  requireFields(defects, pointer, 'older than v1', [
    [fields.builderId, '/builder/id', 'builder.id'],
    [fields.buildType, buildType, recipe ? 'recipe.type' : 'buildType'],
  ]);
  return { fields, defects };
}

// Of whatever type: what is left out here is a parameter that nobody looks at
function parametersOf(
  invocation: JsonObject | undefined,
): Record<string, unknown> {
  return pick({
    configSource: valueAt(invocation, 'configSource'),
    parameters: valueAt(invocation, 'parameters'),
  });
}

function parametersOfRecipe(
  recipe: JsonObject,
  predicate: JsonObject,
): Record<string, unknown> {
  const index = numberAt(recipe, 'definedInMaterial');
  const material =
    index === undefined ? undefined : arrayAt(predicate, 'materials')[index];
  const entryPoint = valueAt(recipe, 'entryPoint');
  const source = {
    ...(isObject(material) ? material : {}),
    ...pick({ entryPoint }),
  };
  return pick({
    configSource: Object.keys(source).length > 0 ? source : undefined,
    parameters: valueAt(recipe, 'arguments'),
  });
}

function pick(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  );
}

function requireFields(
  defects: Defect[],
  pointer: string,
  version: string,
  required: [value: unknown, place: string, name: string][],
): void {
  for (const [value, place, name] of required) {
    if (value !== undefined) continue;
    defects.push({
      code: 'required-field',
      message: `SLSA provenance ${version} requires '${name}'.`,
      pointer: `${pointer}${place}`,
      level: 'error',
    });
  }
}
