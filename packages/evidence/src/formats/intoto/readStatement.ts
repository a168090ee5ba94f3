import { JsonObject, objectAt, stringAt } from '../../json';
import { Defect } from '../../model/Defect';
import { ResourceDescriptor } from '../../model/ReadDocument';
import { readDescriptors } from './readDescriptor';

/** An in-toto statement before its predicate is read. @internal */
export interface StatementParts {
  predicateType: string;
  subjects: ResourceDescriptor[];
  predicate: JsonObject | undefined;
}

/** The statement types that are read. @internal */
export const STATEMENT_TYPES: readonly string[] = [
  'https://in-toto.io/Statement/v1',
  'https://in-toto.io/Statement/v0.1',
];

/** The payload types that say that it is a statement, of any or of one predicate. */
const PAYLOAD_TYPE = /^application\/vnd\.in-toto(\.[\w.-]+)?\+json$/;

/** Source: in-toto attestation framework, spec/v1/envelope.md. @internal */
export function isStatementPayload(payloadType: string): boolean {
  return PAYLOAD_TYPE.test(payloadType);
}

/**
 * Reads an in-toto Statement v1 or v0.1. Source: in-toto attestation framework,
 * spec/v1/statement.md.
 *
 * @internal
 */
export function readStatement(
  statement: JsonObject,
  pointer = '',
): { parts: StatementParts; defects: Defect[] } {
  const defects: Defect[] = [];
  const fault = (code: string, message: string, place: string) =>
    defects.push({
      code,
      message,
      pointer: `${pointer}${place}`,
      level: 'error',
    });

  const type = stringAt(statement, '_type');
  if (!type || !STATEMENT_TYPES.includes(type)) {
    fault('wrong-type', `'${type ?? ''}' is no in-toto statement.`, '/_type');
  }
  const predicateType = stringAt(statement, 'predicateType') ?? '';
  if (predicateType === '') {
    fault('no-predicate-type', 'The predicate has no type.', '/predicateType');
  }
  const subjects = readDescriptors(statement, 'subject', pointer, defects);
  if (subjects.length === 0) {
    fault('no-subject', 'The statement is about nothing.', '/subject');
  }
  for (const [index, subject] of subjects.entries()) {
    if (Object.keys(subject.digest).length === 0) {
      fault(
        'no-digest',
        `The subject '${subject.name ?? index}' has no digest.`,
        `/subject/${index}/digest`,
      );
    }
  }
  return {
    parts: {
      predicateType,
      subjects,
      predicate: objectAt(statement, 'predicate'),
    },
    defects,
  };
}
