/*
 * ajv looks for a value in a long list item by item, and deeply compares each: the
 * list of SPDX licences has some 700. Texts are as well looked up in a Set.
 */
import Ajv, { _, CodeKeywordDefinition } from 'ajv';

const LARGE = 50;

/** Makes `enum` of many texts take the same time for each; verdicts and errors stay. @internal */
export function useLargeEnum(ajv: Ajv): void {
  const plain = ajv.getKeyword('enum') as unknown as CodeKeywordDefinition;
  ajv.removeKeyword('enum');
  ajv.addKeyword({
    keyword: 'enum',
    schemaType: 'array',
    error: plain.error,
    // Its place in the order of checks, which decides what the first fault is
    before: 'const',
    code(context) {
      const { schema, data, gen } = context;
      if (!isManyTexts(schema)) {
        plain.code(context);
        return;
      }
      const texts = gen.scopeValue('keyword', { ref: new Set(schema) });
      context.pass(_`${texts}.has(${data})`);
    },
  });
}

function isManyTexts(schema: unknown): schema is string[] {
  return (
    Array.isArray(schema) &&
    schema.length >= LARGE &&
    schema.every(item => typeof item === 'string')
  );
}
