import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { COMPANION, ENTITY, factsOf } from '../__testUtils__/facts';
import { localPublisher } from '../__testUtils__/settings';
import { PublishedSites } from './PublishedSites';
import { readTarget } from './readTarget';
import { SitePublisher } from './SitePublisher';

jest.setTimeout(60_000);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'supply-chain-docs-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const site = () => join(directory, 'default/resource/evidence-component-app');

async function publisherOf(techdocs?: object) {
  const { publisher, settings } = await localPublisher(directory, techdocs);
  const publish = jest.spyOn(publisher, 'publish');
  const cache = mockServices.cache.mock();
  const sites = new PublishedSites({ publisher });
  const own = new SitePublisher({ publisher, sites, cache, settings });
  const claimOf = (text: string, etag?: string, interrupted = false) => ({
    entityRef: ENTITY,
    companionRef: COMPANION,
    facts: factsOf({ text }),
    etag,
    interrupted,
  });
  return { own, publish, cache, sites, publisher, claimOf };
}

/** Every published file with its text, but the time of building. */
async function published(): Promise<Record<string, string>> {
  const files = await readdir(site(), { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter(file => file.isFile())
      .map(async file => {
        const path = join(file.parentPath, file.name);
        const text = await readFile(path, 'utf8');
        return [
          path.slice(site().length + 1),
          text.replace(/"build_timestamp":\d+/, ''),
        ] as const;
      }),
  );
  return Object.fromEntries(texts);
}

it('publishes what TechDocs needs, and again only when it changed', async () => {
  const { own, publish, claimOf } = await publisherOf();
  const first = await own.publish(claimOf('edition-one'));
  expect(first).toMatchObject({ outcome: 'published' });
  const { etag } = first as { etag: string };
  const files = await published();
  const metadata = JSON.parse(
    files['techdocs_metadata.json'].replace(',,', ','),
  );
  expect(metadata).toMatchObject({
    etag,
    site_name: 'Evidence of edition-one',
    supply_chain: { entity_ref: ENTITY },
  });
  expect(metadata.files.sort()).toEqual(Object.keys(files).sort());
  expect(files['index.html']).toMatch(/main\.[0-9a-f]{8}\.min\.css"/);

  await expect(own.publish(claimOf('edition-one', etag))).resolves.toEqual({
    outcome: 'unchanged',
  });
  expect(publish).toHaveBeenCalledTimes(1);
  await own.publish(claimOf('edition-two', etag));
  expect(publish).toHaveBeenCalledTimes(2);
  // Somebody emptied the folder: what was recorded is no proof
  await rm(site(), { recursive: true });
  await own.publish(claimOf('edition-one', etag));
  expect(Object.keys(await published())).toContain('index.html');
});

it('deletes the copies that TechDocs keeps of old and new pages', async () => {
  const { own, cache, claimOf } = await publisherOf({ cache: { ttl: 60_000 } });
  await own.publish(claimOf('edition-one'));
  const deleted = cache.delete.mock.calls.map(([key]) => key);
  const base = 'default/resource/evidence-component-app';
  expect(deleted).toContain(`${base}/index.html`);
  expect(deleted).toContain(`${base}/techdocs_metadata.json`);
  expect(deleted).toContain(`${base}/search/search_index.json`);
});

it('finishes what a killed process left half, whatever that says of itself', async () => {
  const { own, claimOf } = await publisherOf();
  const { etag } = (await own.publish(claimOf('edition-one'))) as {
    etag: string;
  };
  const child = spawn(process.execPath, [
    require.resolve('../__testUtils__/killedChild.js'),
    directory,
  ]);
  const errors: string[] = [];
  child.stderr.on('data', chunk => errors.push(String(chunk)));
  const ended = new Promise(done => child.on('exit', done));
  await new Promise<void>((done, failed) => {
    child.stdout.on('data', () => done());
    child.on('exit', () => failed(new Error(errors.join(''))));
  });
  child.kill('SIGKILL');
  await ended;
  const left = JSON.stringify(await published());
  expect(left).toContain('edition-one');
  expect(left).toContain('edition-two');

  await own.publish(claimOf('edition-two', etag, true));
  const mended = await published();
  await rm(site(), { recursive: true });
  await own.publish(claimOf('edition-two'));
  expect(mended).toEqual(await published());
  expect(JSON.stringify(mended)).not.toContain('edition-one');
});

it('names a place once, and another one after it was emptied', async () => {
  const { publisher } = await publisherOf();
  const target = await readTarget(publisher);
  await expect(readTarget(publisher)).resolves.toBe(target);
  await rm(directory, { recursive: true });
  await expect(readTarget(publisher)).resolves.not.toBe(target);
});
