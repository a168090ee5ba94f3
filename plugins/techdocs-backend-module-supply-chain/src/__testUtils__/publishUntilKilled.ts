import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PublisherBase } from '@backstage/plugin-techdocs-node';
import { PublishedSites } from '../publish/PublishedSites';
import { METADATA, SitePublisher } from '../publish/SitePublisher';
import { COMPANION, ENTITY, factsOf } from './facts';

/** The worst order: the file that says what is there comes first, pages do not. */
async function half(from: string, to: string): Promise<void> {
  await cp(join(from, METADATA), join(to, METADATA));
  const pages = (await readdir(from)).sort();
  for (const page of pages.slice(0, pages.length / 2)) {
    await cp(join(from, page), join(to, page), { recursive: true });
  }
}

export async function publishUntilKilled(directory: string): Promise<void> {
  const site = join(directory, 'default/resource/evidence-component-app');
  const publisher = {
    async publish(request: { directory: string }) {
      await half(request.directory, site);
      process.stdout.write('half\n');
      await new Promise(() => setInterval(() => {}, 1000));
    },
    async fetchTechDocsMetadata() {
      throw new Error('none');
    },
  } as unknown as PublisherBase;
  await new SitePublisher({
    publisher,
    sites: new PublishedSites({ publisher }),
    cache: {} as never,
    settings: { portalPath: '/portal', hasCache: false } as never,
  }).publish({
    entityRef: ENTITY,
    companionRef: COMPANION,
    interrupted: false,
    facts: factsOf({ text: 'edition-two' }),
  });
}
