import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';

// The catalog answers refs in one statement each; more would pass its body limit
const BATCH = 1000;

/** Those of the refs that the catalog shows to these credentials. */
export async function existingEntities(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  entityRefs: readonly string[];
}): Promise<Set<string>> {
  const { catalog, credentials, entityRefs } = options;
  const existing = new Set<string>();
  for (let from = 0; from < entityRefs.length; from += BATCH) {
    const batch = entityRefs.slice(from, from + BATCH);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: batch, fields: ['kind'] },
      { credentials },
    );
    items.forEach((entity, at) => {
      if (entity) existing.add(batch[at]);
    });
  }
  return existing;
}
