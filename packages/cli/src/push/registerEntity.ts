import { parseEntityRef } from '@backstage/catalog-model';
import { closestRefs } from '../portal/closestRefs';
import { Portal } from '../portal/connect';
import { listEntityRefs } from '../portal/listEntityRefs';
import { Terminal } from '../terminal/Terminal';

/** What to do about an entity that the portal does not know. */
export interface Registration {
  /** Registered entities with a name like it, nearest first. */
  closest: string[];
  /** A catalog-info.yaml to add. */
  catalogInfo?: string;
}

const KINDS: Record<string, { kind: string; spec: string[] }> = {
  component: {
    kind: 'Component',
    spec: ['type: service', 'lifecycle: production'],
  },
  resource: { kind: 'Resource', spec: ['type: artifact'] },
  system: { kind: 'System', spec: [] },
};

/** The file that registers an entity; only what must be decided is left open. */
export function catalogInfoOf(entityRef: string): string | undefined {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const known = KINDS[kind.toLocaleLowerCase('en-US')];
  if (!known) return undefined;
  return [
    'apiVersion: backstage.io/v1alpha1',
    `kind: ${known.kind}`,
    'metadata:',
    // Quoted, because a name such as 1.0 would be read as a number
    `  name: ${/^[a-z][a-z0-9-]*$/.test(name) ? name : `'${name}'`}`,
    ...(namespace === 'default' ? [] : [`  namespace: '${namespace}'`]),
    'spec:',
    ...known.spec.map(line => `  ${line}`),
    '  owner: # the group that owns it, such as group:default/my-team',
  ].join('\n');
}

/**
 * Looks for what could have been meant, among what the caller may read. `undefined`
 * when the entity is there: then it is something else.
 */
export async function findRegistration(
  entityRef: string,
  portal: Portal,
): Promise<Registration | undefined> {
  const { kind } = parseEntityRef(entityRef);
  const refs = await listEntityRefs(portal, kind);
  if (refs?.includes(entityRef)) return undefined;
  return {
    closest: closestRefs(entityRef, refs ?? []),
    catalogInfo: catalogInfoOf(entityRef),
  };
}

export function printRegistration(
  terminal: Terminal,
  entityRef: string,
  { closest, catalogInfo }: Registration,
): void {
  terminal.line(`${entityRef} is not registered, or hidden from this token.`);
  if (closest.length > 0) {
    terminal.line(`Did you mean ${closest.join(' or ')}?`, 'bold');
  }
  if (!catalogInfo) return;
  terminal.line('To register it, add this as catalog-info.yaml:');
  terminal.line();
  for (const line of catalogInfo.split('\n')) terminal.line(line, 'cyan');
  terminal.line();
}
