import { CompoundEntityRef } from '@backstage/catalog-model';
import { PublisherBase } from '@backstage/plugin-techdocs-node';
import { isCompanionName } from './companion';

/** What a site says of itself in `techdocs_metadata.json`. */
export interface PublishedSite {
  etag?: string;
  files: string[];
  /** The entity whose evidence it shows; absent: it is not ours. */
  entityRef?: string;
  /** Since when a page has nothing to show, by path. */
  retired: Record<string, string>;
}

const REMEMBER_MS = 30_000;
const MOST = 2_000;

/** Reads what publishers hold, which is the one truth about it. */
export class PublishedSites {
  readonly #publisher: PublisherBase;
  // Whose evidence a site shows never changes, so the guard need not read it each time
  readonly #owners = new Map<string, { entityRef?: string; until: number }>();

  constructor(options: { publisher: PublisherBase }) {
    this.#publisher = options.publisher;
  }

  /** Nothing where there is no readable site. */
  async find(ref: CompoundEntityRef): Promise<PublishedSite | undefined> {
    let metadata: Record<string, unknown>;
    try {
      const { namespace, name } = ref;
      metadata = (await this.#publisher.fetchTechDocsMetadata({
        namespace,
        kind: 'Resource',
        name,
      })) as unknown as Record<string, unknown>;
    } catch {
      // Publishers tell no difference between what is not there and what cannot be read
      return undefined;
    }
    return toSite(metadata);
  }

  /** `unknown` where there is no site at all. */
  async ownerOf(
    ref: CompoundEntityRef,
  ): Promise<{ entityRef?: string } | 'unknown'> {
    if (!isCompanionName(ref)) return {};
    const key = `${ref.namespace}/${ref.name}`.toLocaleLowerCase('en-US');
    const known = this.#owners.get(key);
    if (known && known.until > Date.now()) return known;
    const site = await this.find(ref);
    if (!site) return 'unknown';
    if (this.#owners.size >= MOST) this.#owners.clear();
    const { entityRef } = site;
    this.#owners.set(key, { entityRef, until: Date.now() + REMEMBER_MS });
    return { entityRef };
  }
}

function toSite(metadata: Record<string, unknown>): PublishedSite {
  const own = metadata.supply_chain as
    | { entity_ref?: string; retired?: Record<string, string> }
    | undefined;
  return {
    etag: metadata.etag as string | undefined,
    files: (metadata.files as string[] | undefined) ?? [],
    entityRef: own?.entity_ref,
    retired: own?.retired ?? {},
  };
}
