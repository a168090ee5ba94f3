import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { useLargeEnum } from './largeEnum';
import { schemaPattern } from './schemaPattern';
import { linearUniqueItems } from './uniqueItems';

const FILES: { [version: string]: string } = {
  '1.2': 'bom-1.2-strict.SNAPSHOT.schema.json',
  '1.3': 'bom-1.3-strict.SNAPSHOT.schema.json',
  '1.4': 'bom-1.4.SNAPSHOT.schema.json',
  '1.5': 'bom-1.5.SNAPSHOT.schema.json',
  '1.6': 'bom-1.6.SNAPSHOT.schema.json',
  '1.7': 'bom-1.7.SNAPSHOT.schema.json',
};

const REFERRED = [
  'spdx.SNAPSHOT.schema.json',
  'jsf-0.82.SNAPSHOT.schema.json',
  'cryptography-defs.SNAPSHOT.schema.json',
];

const compiled = new Map<string, ValidateFunction>();

/** Whether there is an official schema of the version. @internal */
export function hasCycloneDxSchema(version: string): boolean {
  return Object.hasOwn(FILES, version);
}

/**
 * The official schema, compiled when it is first needed.
 * With `allErrors` the validator goes on behind the first fault.
 *
 * @internal
 */
export function cycloneDxValidator(
  version: string,
  allErrors: boolean,
): ValidateFunction {
  const key = `${version} ${allErrors}`;
  let validator = compiled.get(key);
  if (!validator) {
    validator = compile(version, allErrors);
    compiled.set(key, validator);
  }
  return validator;
}

function compile(version: string, allErrors: boolean): ValidateFunction {
  const ajv = new Ajv({
    strict: false,
    addUsedSchema: false,
    allErrors,
    code: { regExp: schemaPattern },
  });
  addFormats(ajv);
  // RFC 6531 addresses: anything with one side each and no space.
  ajv.addFormat('idn-email', /^[^\s@]+@[^\s@]+$/);
  ajv.addFormat('iri-reference', true);
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword(linearUniqueItems);
  useLargeEnum(ajv);
  for (const name of REFERRED) {
    ajv.addSchema(readSchema(name), `http://cyclonedx.org/schema/${name}`);
  }
  return ajv.compile(readSchema(FILES[version]));
}

function readSchema(name: string): object {
  // `res` is no export of the library, its package.json is.
  const library = dirname(
    require.resolve('@cyclonedx/cyclonedx-library/package.json'),
  );
  return JSON.parse(readFileSync(join(library, 'res/schema', name), 'utf8'));
}
