import { isStatementPayload, readStatement } from '../formats/intoto';
import { isObject, parseJson, withDefaultLimits } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { ResourceDescriptor } from '../model/ReadDocument';
import { CheckFailed } from './CheckList';

/** What a statement is about, and of which kind it is. */
export interface SignedStatement {
  predicateType: string;
  subjects: ResourceDescriptor[];
}

/** One payload is looked at by several verifications, and may be an SBOM of megabytes. */
const READ = new WeakMap<Uint8Array, SignedStatement>();

/** @throws CheckFailed where the payload is not the statement that it is called */
export function statementOf(payload: {
  type: string;
  bytes: Uint8Array;
}): SignedStatement {
  if (!isStatementPayload(payload.type)) {
    throw wrong(
      `The payload is called '${payload.type}', not application/vnd.in-toto+json.`,
    );
  }
  const known = READ.get(payload.bytes);
  if (known) return known;
  const statement = read(payload.bytes);
  READ.set(payload.bytes, statement);
  return statement;
}

function read(bytes: Uint8Array): SignedStatement {
  try {
    const { value, ambiguities, trailingAt } = parseJson(
      bytes,
      withDefaultLimits({}),
    );
    if (!isObject(value)) throw wrong('The payload is no JSON object.');
    if (ambiguities.length > 0) {
      throw wrong(
        `Two readers would see two payloads: ${ambiguities[0].message}`,
      );
    }
    if (trailingAt !== undefined) {
      throw wrong('The payload goes on behind its statement.');
    }
    const { parts, defects } = readStatement(value);
    const error = defects.find(({ level }) => level === 'error');
    if (error) throw wrong(`The payload is no statement: ${error.message}`);
    return { predicateType: parts.predicateType, subjects: parts.subjects };
  } catch (error) {
    if (error instanceof EvidenceError) throw wrong(error.message);
    throw error;
  }
}

function wrong(message: string): CheckFailed {
  return new CheckFailed(
    'payload',
    message,
    'Sign an in-toto statement, and let the signing tool name its type.',
  );
}
