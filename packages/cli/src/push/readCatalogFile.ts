import { readFile, stat } from 'node:fs/promises';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { isEntityName } from '../placement';
import { whyNot } from '../documents/systemError';

const LARGEST = 10_000_000;

/** Entities that have evidence: components, and what stands for them where there is none. */
const OTHER_KINDS = ['api', 'resource', 'system'];

/** What a catalog file says, as far as evidence is concerned. */
export interface CatalogFile {
  /** Whose evidence lies beside the file. */
  entities: {
    entityRef: string;
    kind: string;
    namespace: string;
    name: string;
  }[];
  /** Why some of it could not be read. */
  problem?: string;
}

function parse(text: string): { values: unknown[]; problem?: string } {
  const documents = parseAllDocuments(text, { prettyErrors: true });
  const values: unknown[] = [];
  for (const document of 'empty' in documents ? [] : documents) {
    if (document.errors.length > 0) {
      const [first] = document.errors[0].message.split('\n');
      return { values, problem: `is not YAML: ${first.replace(/:$/, '')}` };
    }
    // Bounded by the library: an alias cannot be unfolded without end
    values.push(document.toJS({ maxAliasCount: 100 }));
  }
  return { values };
}

/** An entity as the catalog reads it: the namespace is `default` unless it is given. */
function entityOf(value: unknown): CatalogFile['entities'][number] | string {
  const { kind, metadata } = value as {
    kind?: unknown;
    metadata?: { name?: unknown; namespace?: unknown };
  };
  const { name, namespace = 'default' } = metadata ?? {};
  for (const [what, part] of Object.entries({
    kind,
    'metadata.name': name,
    'metadata.namespace': namespace ?? 'default',
  })) {
    if (typeof part !== 'string' || !isEntityName(part)) {
      return `has an entity with ${
        part === undefined || part === null ? 'no' : 'a bad'
      } ${what}`;
    }
  }
  const parts = {
    kind: (kind as string).toLocaleLowerCase('en-US'),
    namespace: ((namespace ?? 'default') as string).toLocaleLowerCase('en-US'),
    name: (name as string).toLocaleLowerCase('en-US'),
  };
  return { ...parts, entityRef: stringifyEntityRef(parts) };
}

/** Reads every document of a `catalog-info.yaml`. */
export async function readCatalogFile(path: string): Promise<CatalogFile> {
  let parsed: ReturnType<typeof parse>;
  try {
    if ((await stat(path)).size > LARGEST) {
      return { entities: [], problem: 'is too large' };
    }
    parsed = parse(await readFile(path, 'utf8'));
  } catch (error) {
    return { entities: [], problem: `cannot be read: ${whyNot(error)}` };
  }
  let { problem } = parsed;
  const all: CatalogFile['entities'] = [];
  for (const value of parsed.values) {
    // An empty document between two `---` is none
    if (value === null || value === undefined) continue;
    const entity =
      typeof value === 'object' && !Array.isArray(value)
        ? entityOf(value)
        : 'has a document that is no entity';
    if (typeof entity === 'string') problem ??= entity;
    else all.push(entity);
  }
  const components = all.filter(({ kind }) => kind === 'component');
  const others = all.filter(({ kind }) => OTHER_KINDS.includes(kind));
  return { entities: components.length > 0 ? components : others, problem };
}
