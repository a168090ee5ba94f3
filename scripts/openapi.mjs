// Turns the OpenAPI document into the router's typed spec and the client's types.
// `--check` only compares, and fails when the committed files are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';

const source = 'plugins/supply-chain-backend/src/schema/openapi.yaml';
const header = `// Generated from ${source} by \`yarn openapi\`; do not edit.\n`;
const spec = parse(readFileSync(source, 'utf8'));
// Without the JSDoc tags that TSDoc does not know: the types say the same.
const types = astToString(
  await openapiTS(structuredClone(spec), { exportType: true }),
)
  .replace(/@description /g, '')
  .replace(/\s*\/\*\* @enum \{\w+\} \*\//g, '')
  .replace(/\n\s*\* @enum \{\w+\}/g, '')
  .replace(/^\s*\/?\*.*$/gm, comment => comment.replaceAll('@', '\\@'))
  .replace(
    'export type components =',
    "/** The shapes of the HTTP API, as the backend's OpenAPI document states them. @public */\n$&",
  );
const outputs = {
  'plugins/supply-chain-backend/src/schema/generated/router.ts': `${header}import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';

export const spec = ${JSON.stringify(spec, null, 2)} as const;

export function createOpenApiRouter(
  options?: Parameters<typeof createValidatedOpenApiRouter>[1],
) {
  return createValidatedOpenApiRouter<typeof spec>(spec, options);
}
`,
  'plugins/supply-chain-common/src/generated/openapi.ts': `${header}/* eslint-disable */\n${types}`,
};

let stale = false;
for (const [path, text] of Object.entries(outputs)) {
  const config = await prettier.resolveConfig(path);
  const formatted = await prettier.format(text, {
    ...config,
    parser: 'typescript',
  });
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (before === formatted) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is stale: run \`yarn openapi\``);
    stale = true;
  } else {
    writeFileSync(path, formatted);
    console.log(`wrote ${path}`);
  }
}
process.exit(stale ? 1 : 0);
