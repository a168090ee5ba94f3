import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublisherBase } from '@backstage/plugin-techdocs-node';
import { toCompanion } from './companion';
import { METADATA } from './SitePublisher';

/** No entity has this ref, so TechDocs shows it to nobody. */
const MARK = {
  kind: 'Resource',
  namespace: 'supply-chain',
  name: 'mirror-target',
};
const TRIES = 3;

/**
 * The name of the place that is published to. It is kept there like a site: a
 * folder or bucket that was emptied has lost it too, and gets every site again.
 */
export async function readTarget(publisher: PublisherBase): Promise<string> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const known = await find(publisher);
    if (known) return known;
    await new Promise(done => setTimeout(done, attempt * 50));
  }
  const directory = await mkdtemp(join(tmpdir(), 'supply-chain-target-'));
  try {
    const mark = {
      site_name: 'Supply-chain evidence',
      site_description: 'Names this place; see docs/techdocs-mirror.md',
      etag: randomUUID(),
      build_timestamp: Date.now(),
      files: [METADATA],
    };
    await writeFile(join(directory, METADATA), JSON.stringify(mark));
    await publisher.publish({ entity: toCompanion(MARK), directory });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  // Another process may have named it at the same time; what is there counts
  const named = await find(publisher);
  if (!named) throw new Error('What was published cannot be read again');
  return named;
}

async function find(publisher: PublisherBase): Promise<string | undefined> {
  try {
    return (await publisher.fetchTechDocsMetadata(MARK)).etag;
  } catch {
    return undefined;
  }
}
