// Names that generators write when nobody told them what they describe.
const PLACEHOLDERS = new Set([
  '',
  '.',
  'app',
  'application',
  'example',
  'my-app',
  'package',
  'project',
  'root',
  'unknown',
  'workspace',
]);

/** Whether a root component is named like nothing in particular. @internal */
export function isPlaceholderName(name: string | undefined): boolean {
  return (
    name !== undefined &&
    PLACEHOLDERS.has(name.trim().toLocaleLowerCase('en-US'))
  );
}
