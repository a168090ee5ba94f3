import { JsonObject, objectAt, stringAt } from '../../json';
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
  const required: [unknown, string, string][] = [
    [fields.buildType, '/buildDefinition/buildType', 'buildType'],
    [
      objectAt(definition, 'externalParameters'),
      '/buildDefinition/externalParameters',
      'externalParameters',
    ],
    [fields.builderId, '/runDetails/builder/id', 'builder.id'],
  ];
  for (const [value, place, name] of required) {
    if (value === undefined) {
      defects.push({
        code: 'required-field',
        message: `SLSA provenance v1 requires '${name}'.`,
        pointer: `${pointer}${place}`,
        level: 'error',
      });
    }
  }
  return { fields, defects };
}

// v0.2 has `invocation.configSource` and `materials`; v0.1 calls it `recipe`.
function readOlder(
  predicate: JsonObject,
  pointer: string,
): { fields: Fields; defects: Defect[] } {
  const defects: Defect[] = [];
  const invocation = objectAt(predicate, 'invocation');
  const metadata = objectAt(predicate, 'metadata');
  const configSource = objectAt(invocation, 'configSource');
  const parameters = objectAt(invocation, 'parameters');
  return {
    fields: {
      buildType:
        stringAt(predicate, 'buildType') ??
        stringAt(objectAt(predicate, 'recipe'), 'type'),
      builderId: stringAt(objectAt(predicate, 'builder'), 'id'),
      invocationId: stringAt(metadata, 'buildInvocationId'),
      externalParameters: {
        ...(configSource ? { configSource } : {}),
        ...(parameters ? { parameters } : {}),
      },
      resolvedDependencies: readDescriptors(
        predicate,
        'materials',
        pointer,
        defects,
      ),
      byproducts: [],
      startedOn: stringAt(metadata, 'buildStartedOn'),
      finishedOn: stringAt(metadata, 'buildFinishedOn'),
    },
    defects,
  };
}
