import { PolicyError } from './PolicyError';

type Data = Record<string, unknown>;

/**
 * Puts an operator's data over the bundle's own, key by key at the top level;
 * objects such as `thresholds` key by key within. In Rego a list that is a word, or
 * a key that no rule asks for, is silent: the rule would find nothing and pass. So
 * the bundle's own data is the pattern, and what does not fit it is refused.
 */
export function mergeData(own: Data, given: Data = {}): Data {
  const merged: Data = { ...own };
  for (const [key, value] of Object.entries(given)) {
    checkShape(`policy data '${key}'`, own[key], value);
    merged[key] = isObject(value) ? { ...(own[key] as Data), ...value } : value;
  }
  return merged;
}

function checkShape(place: string, pattern: unknown, value: unknown) {
  if (pattern === undefined) {
    throw new PolicyError('engine', `${place} is not known to this policy`);
  }
  if (typeName(pattern) !== typeName(value)) {
    throw new PolicyError(
      'engine',
      `${place} must be of type ${typeName(pattern)}, not ${typeName(value)}`,
    );
  }
  if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      checkShape(`${place}.${key}`, (pattern as Data)[key], member);
    }
  }
  const [first] = Array.isArray(pattern) ? pattern : [];
  if (Array.isArray(value) && first !== undefined) {
    value.forEach((item, position) => {
      if (typeName(item) !== typeName(first)) {
        throw new PolicyError(
          'engine',
          `${place}[${position}] must be of type ${typeName(first)}`,
        );
      }
    });
  }
}

function isObject(value: unknown): value is Data {
  return typeName(value) === 'object';
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) {
    return 'list';
  }
  return value === null ? 'null' : typeof value;
}
