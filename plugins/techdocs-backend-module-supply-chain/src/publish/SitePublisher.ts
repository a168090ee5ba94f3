import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CacheService } from '@backstage/backend-plugin-api';
import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { PublisherBase } from '@backstage/plugin-techdocs-node';
import { MirrorClaim } from '@hotpass/backstage-plugin-supply-chain-common';
import { MirrorSettings } from '../config/readMirrorConfig';
import { renderSite, Site } from '../render/renderSite';
import { toCompanion } from './companion';
import { PublishedSites } from './PublishedSites';

export const METADATA = 'techdocs_metadata.json';

/** Renders and publishes one site. Whoever calls it holds the site's claim. */
export class SitePublisher {
  readonly #publisher: PublisherBase;
  readonly #sites: PublishedSites;
  readonly #cache: CacheService;
  readonly #settings: MirrorSettings;

  constructor(options: {
    publisher: PublisherBase;
    sites: PublishedSites;
    cache: CacheService;
    settings: MirrorSettings;
  }) {
    this.#publisher = options.publisher;
    this.#sites = options.sites;
    this.#cache = options.cache;
    this.#settings = options.settings;
  }

  async publish(
    claim: Pick<
      MirrorClaim,
      'entityRef' | 'companionRef' | 'facts' | 'etag' | 'interrupted'
    >,
  ): Promise<
    { outcome: 'published'; etag: string } | { outcome: 'unchanged' }
  > {
    const ref = parseEntityRef(claim.companionRef);
    const before = await this.#sites.find(ref);
    const site = renderSite({
      entityRef: claim.entityRef,
      facts: claim.facts,
      portalPath: this.#settings.portalPath,
      before: before ?? { files: [], retired: {} },
      now: new Date().toISOString(),
    });
    const isThere = before?.etag === site.etag && claim.etag === site.etag;
    if (isThere && !claim.interrupted) return { outcome: 'unchanged' };
    const directory = await mkdtemp(join(tmpdir(), 'supply-chain-site-'));
    try {
      await writeSite(directory, site, claim.entityRef);
      await this.#publisher.publish({ entity: toCompanion(ref), directory });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
    await this.#forget(ref, [...site.files.keys(), ...(before?.files ?? [])]);
    return { outcome: 'published', etag: site.etag };
  }

  /** TechDocs would show its own copies for as long as its cache keeps them. */
  async #forget(ref: CompoundEntityRef, files: string[]): Promise<void> {
    if (!this.#settings.hasCache) return;
    const path = `${ref.namespace}/Resource/${ref.name}`;
    const site = this.#settings.keepsCase
      ? path
      : path.toLocaleLowerCase('en-US');
    const keys = new Set([...files, METADATA].map(file => `${site}/${file}`));
    await Promise.all([...keys].map(key => this.#cache.delete(key)));
  }
}

async function writeSite(directory: string, site: Site, entityRef: string) {
  const metadata = {
    site_name: site.name,
    site_description: site.description,
    etag: site.etag,
    build_timestamp: Date.now(),
    files: [...site.files.keys(), METADATA],
    supply_chain: { entity_ref: entityRef, retired: site.retired },
  };
  const files = [...site.files, [METADATA, JSON.stringify(metadata)] as const];
  const folders = new Set(files.map(([file]) => dirname(file)));
  await Promise.all(
    [...folders].map(folder =>
      mkdir(join(directory, folder), { recursive: true }),
    ),
  );
  for (const [file, text] of files)
    await writeFile(join(directory, file), text);
}
