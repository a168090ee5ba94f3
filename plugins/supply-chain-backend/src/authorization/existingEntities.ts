import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { batches } from './batches';

// Quotes and a comma
const OVERHEAD = 3;

/** Those of the refs that the catalog shows to these credentials. */
export async function existingEntities(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  entityRefs: readonly string[];
}): Promise<Set<string>> {
  const { catalog, credentials, entityRefs } = options;
  const existing = new Set<string>();
  for (const batch of batches(entityRefs, OVERHEAD)) {
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
