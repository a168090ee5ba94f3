import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  DocsBudget,
  findEvidenceReferences,
  PublishedDocs,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { ask } from '../portal/ask';
import { Portal } from '../portal/connect';
import { explain } from '../portal/explain';
import { CatalogEntity } from '../portal/queryCatalog';
import type { Surroundings } from '../Surroundings';
import { FoundReference } from './findReferences';

/** What became of one entity's published docs. */
export interface ReadSite {
  entityRef: string;
  /** `unpublished` ones have no page that could link to anything. */
  state: 'read' | 'unpublished' | 'unreadable';
  pages: number;
  /** Why it could not be read. */
  reason?: string;
  references: FoundReference[];
}

/** More at once is load on the portal and little faster. */
const AT_ONCE = 4;

/** The links to evidence in the published docs of the entities, in their order. */
export async function readSites(
  portal: Portal,
  surroundings: Pick<Surroundings, 'sleep' | 'fetch'>,
  entities: readonly CatalogEntity[],
  onRead: (done: number) => void,
): Promise<ReadSite[]> {
  const docs = new PublishedDocs({
    discoveryApi: {
      getBaseUrl: async plugin => `${portal.address}/api/${plugin}`,
    },
    fetchApi: { fetch: surroundings.fetch },
  });
  const sites: ReadSite[] = [];
  const next = entities.entries();
  let done = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [at, entity] of next) {
        sites[at] = await readSite(portal, surroundings, docs, entity);
        done += 1;
        onRead(done);
      }
    }),
  );
  return sites;
}

async function readSite(
  portal: Portal,
  { sleep }: Pick<Surroundings, 'sleep'>,
  docs: PublishedDocs,
  entity: CatalogEntity,
): Promise<ReadSite> {
  const ref = getCompoundEntityRef({ apiVersion: '', ...entity } as never);
  const entityRef = stringifyEntityRef(ref);
  const references: FoundReference[] = [];
  let pages = 0;
  try {
    const site = await ask(portal, { sleep }, call => docs.findSite(ref, call));
    if (!site) return { entityRef, state: 'unpublished', pages, references };
    const budget = new DocsBudget({ site });
    for (const file of site.pages) {
      const read = await ask(portal, { sleep }, call =>
        docs.readPage(site, file, call),
      );
      const markup = read ?? '';
      budget.take(markup);
      pages += 1;
      for (const link of findEvidenceReferences(markup)) {
        references.push({ docsEntityRef: entityRef, file, ...link });
      }
    }
    return { entityRef, state: 'read', pages, references };
  } catch (error) {
    const { name, message } = error as Error;
    const reason = name === 'DocsError' ? message : explain(error, portal);
    // What was found before it failed still is a link
    return { entityRef, state: 'unreadable', pages, reason, references };
  }
}
