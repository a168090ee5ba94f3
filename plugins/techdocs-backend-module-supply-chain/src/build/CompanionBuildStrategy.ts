import { Entity } from '@backstage/catalog-model';
import { DocsBuildStrategy } from '@backstage/plugin-techdocs-node';
import { PublishedSites } from '../publish/PublishedSites';
import { isCompanionName } from '../publish/companion';

/**
 * TechDocs must not build what is published here: it would not find sources and
 * show an error, and an entity that took a companion's name could publish its own
 * pages in the companion's place.
 */
export class CompanionBuildStrategy implements DocsBuildStrategy {
  readonly #sites: PublishedSites;
  readonly #isLocal: boolean;

  constructor(options: { sites: PublishedSites; isLocal: boolean }) {
    this.#sites = options.sites;
    this.#isLocal = options.isLocal;
  }

  async shouldBuild({ entity }: { entity: Entity }): Promise<boolean> {
    if (!this.#isLocal) return false;
    const { kind, metadata } = entity;
    if (!isCompanionName({ kind, name: metadata.name })) return true;
    if (entity.spec?.type === 'supply-chain-evidence') return false;
    const { namespace = 'default', name } = metadata;
    const site = await this.#sites.find({ kind, namespace, name });
    return site?.entityRef === undefined;
  }
}
