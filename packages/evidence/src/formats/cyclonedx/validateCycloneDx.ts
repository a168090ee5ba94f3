import { ErrorObject } from 'ajv';
import { isObject } from '../../json';
import { Defect } from '../../model/Defect';
import { ValidFact } from '../../model/EvidenceFacts';
import { checkReferences } from './checkReferences';
import { cycloneDxValidator, hasCycloneDxSchema } from './schemas';

const MAX_DEFECTS = 100;

/**
 * The verdict of the official CycloneDX schema of `version`, with every fault
 * located, and warnings for references that are repeated or lead nowhere.
 *
 * @public
 */
export function validateCycloneDx(
  document: unknown,
  version: string,
): ValidFact {
  const references = checkReferences(document);
  if (!hasCycloneDxSchema(version)) {
    const defects: Defect[] = [
      {
        code: 'unsupported-version',
        message: `There is no schema for CycloneDX "${version.slice(0, 20)}".`,
        pointer: '/specVersion',
        level: 'warning',
      },
      ...references,
    ];
    return verdict('not-checked', defects);
  }
  const schema = `CycloneDX ${version}`;
  try {
    if (cycloneDxValidator(version, false)(document)) {
      return verdict('valid', references, schema);
    }
    return verdict(
      'invalid',
      [...schemaDefects(document, version), ...references],
      schema,
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const defect: Defect = {
      code: 'too-complex',
      message: 'The document is nested too deeply to be checked by its schema.',
      pointer: '',
      level: 'error',
    };
    return verdict('invalid', [defect], schema);
  }
}

function verdict(
  state: ValidFact['state'],
  defects: Defect[],
  schema?: string,
): ValidFact {
  return {
    state,
    schema,
    defects: defects.slice(0, MAX_DEFECTS),
    defectCount: defects.length,
  };
}

function schemaDefects(document: unknown, version: string): Defect[] {
  const validator = cycloneDxValidator(version, isSmall(document));
  validator(document);
  const errors = validator.errors ?? [];
  const defects = new Map<string, Defect>();
  for (const error of errors) {
    // A failed choice is told by the faults of its branches, where there are any.
    if (isChoice(error) && errors.length > 1) continue;
    const defect = toDefect(error);
    defects.set(`${defect.pointer} ${defect.message}`, defect);
  }
  return defects.size > 0 ? [...defects.values()] : errors.map(toDefect);
}

/** All faults of a huge document could fill the memory; then the first has to do. */
function isSmall(document: unknown): boolean {
  const components = isObject(document) ? document.components : undefined;
  return !Array.isArray(components) || components.length <= 20_000;
}

function isChoice({ keyword }: ErrorObject): boolean {
  return keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'if';
}

function toDefect(error: ErrorObject): Defect {
  return {
    code: 'schema-violation',
    message: messageOf(error).slice(0, 500),
    pointer: error.instancePath,
    level: 'error',
  };
}

function messageOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `The property "${
        params.additionalProperty ?? params.unevaluatedProperty
      }" is not known here.`;
    case 'required':
      return `The property "${params.missingProperty}" is missing.`;
    case 'enum':
      return `The value must be one of ${short(params.allowedValues)}.`;
    case 'const':
      return `The value must be ${short(params.allowedValue)}.`;
    case 'type':
      return `The value must be of type ${[params.type].flat().join(' or ')}.`;
    case 'uniqueItems':
      return 'An item occurs more than once.';
    default:
      return `The value ${message ?? `violates "${keyword}"`}.`;
  }
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
