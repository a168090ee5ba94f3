import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const alive = 'a'.repeat(64);
const gone = 'c'.repeat(64);
const at = (page: string, name = 'evidence-component-api') =>
  `[text](https://portal.example/docs/shop/resource/${name}/${page})`;

const entityOf = (name: string) => ({
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
  },
  spec: { type: name.startsWith('evidence-') ? 'supply-chain-evidence' : 'x' },
});

/** What the catalog, TechDocs and evidence of the portal answer. */
let docs: Record<string, Record<string, string> | number>;
let portal: FakePortal;
let folder: Folder;
beforeEach(async () => {
  folder = new Folder();
  portal = await FakePortal.start();
  docs = {};
  portal.answer = ({ url: { pathname, searchParams }, body }) => {
    if (pathname === '/api/supply-chain/v1/references') {
      const { references } = JSON.parse(body);
      return { status: 200, body: { items: references.map(resolve) } };
    }
    if (pathname === '/api/catalog/entities/by-query') {
      const filter = searchParams.get('filter') ?? '';
      const items = Object.keys(docs)
        .filter(
          name => !filter.includes('name=') || filter.endsWith(`name=${name}`),
        )
        .map(entityOf);
      return { status: 200, body: { items, pageInfo: {} } };
    }
    // As TechDocs does with names that are not in lower case
    if (pathname.includes('/Component/')) {
      const location = pathname.replace('/Component/', '/component/');
      return { status: 301, headers: { location } };
    }
    const [, name, file] =
      /^\/api\/techdocs\/static\/docs\/default\/component\/([^/]+)\/(.*)$/.exec(
        pathname,
      ) ?? [];
    const site = docs[name] ?? 404;
    if (typeof site === 'number') return { status: site, body: {} };
    if (file === 'techdocs_metadata.json') {
      return { status: 200, body: { etag: '1', files: Object.keys(site) } };
    }
    return { status: 200, text: site[file] };
  };
});
afterEach(async () => {
  folder.remove();
  await portal.stop();
});

function resolve({ name, page }: { name: string; page: string }) {
  const entityRef = 'component:shop/api';
  if (name !== 'evidence-component-api') return { state: 'unknown' };
  if (page === `evidence/${gone}`) {
    const at_ = '2026-11-27T12:00:00Z';
    return { state: 'dead', cause: 'deleted', at: at_, rule: 'cra', entityRef };
  }
  if (page === 'releases/r9') {
    return { state: 'dead', cause: 'unknown', entityRef };
  }
  return { state: 'found', entityRef };
}

const run = (...args: string[]) =>
  runCli(['references', ...args, '--portal', portal.address], {
    cwd: folder.path,
    env: { SUPPLY_CHAIN_TOKEN: 'a-token' },
  });

it('finds what lives and what is dead, with its place', async () => {
  folder.write(
    'docs/playbook.md',
    `# Playbook\n\n${at(`evidence/${alive}/`)} ${at('')} ${at('sbom/2/')}\n` +
      `${at('releases/r1/')}\n${at(`evidence/${gone}/`)}\n${at(
        'releases/r9/',
      )}`,
  );
  folder.write('docs/node_modules/other.md', at(`evidence/${gone}/`));
  const { exitCode, stdout } = await run();
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    'docs/playbook.md:5: dead: component:shop/api: deleted 2026-11-27 under rule cra',
  );
  expect(stdout).toContain(
    'docs/playbook.md:6: dead: component:shop/api has no such release',
  );
  expect(stdout).toMatch(/6 references, 2 dead, 0 not known/);
});

it('says 2 where it could not tell, and 0 where there is nothing to tell', async () => {
  folder.write('docs/a.md', at('', 'evidence-component-secret'));
  const denied = await run();
  expect(denied.exitCode).toBe(2);
  expect(denied.stdout).toMatch(/a\.md:1: unknown: shop\/.* may not read/);
  folder.write('docs/a.md', `See ${at('releases/r1')}.`);
  expect((await run()).exitCode).toBe(0);
  folder.write('docs/a.md', 'no link');
  expect((await run()).exitCode).toBe(0);
  expect((await run('nowhere')).exitCode).toBe(2);
  expect((await run('docs', '--catalog')).exitCode).toBe(2);
});

it('asks about many references in few requests', async () => {
  const links = Array.from({ length: 250 }, (_, n) => at(`releases/x${n}/`));
  folder.write('docs/a.md', [...links, ...links].join('\n'));
  const { stdout } = await run();
  expect(stdout).toMatch(/500 references, 0 dead/);
  expect(portal.arrived).toHaveLength(3);
});

it('reads the published docs of every entity, and names those that it cannot', async () => {
  docs = {
    book: {
      'index.html': `<a href="/docs/shop/resource/evidence-component-api/evidence/${alive}/">`,
      'guide/index.html': `<a href='/docs/shop/resource/evidence-component-api/evidence/${gone}/index.html'>`,
      'search/search_index.json': at('releases/r9/'),
    },
    bare: 404,
    closed: 403,
    'evidence-component-api': { 'index.html': at('releases/r9/') },
  };
  const { exitCode, stdout } = await run('--catalog');
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    'component:default/book guide/index.html: dead: component:shop/api: deleted 2026-11-27 under rule cra',
  );
  expect(stdout).toMatch(/component:default\/closed: unreadable: .*403/);
  expect(stdout).toContain(
    'component:default/bare: its docs are not published',
  );
  expect(stdout).toContain(
    '2 references, 1 dead, 0 not known; 3 sites, 1 unreadable',
  );
  const json = JSON.parse((await run('--catalog', '--json')).stdout);
  expect(json).toMatchObject({ exitCode: 1 });
  expect(
    json.sites.map((site: any) => [site.entityRef, site.state, site.pages]),
  ).toEqual([
    ['component:default/book', 'read', 2],
    ['component:default/bare', 'unpublished', 0],
    ['component:default/closed', 'unreadable', 0],
  ]);
});

it('reads the docs of one entity, and is no pass where they cannot be read', async () => {
  docs = { book: { 'index.html': at('') }, closed: 403 };
  const one = await run('--entity', 'book');
  expect(one).toMatchObject({ exitCode: 0 });
  expect(one.stdout).toContain('1 reference, 0 dead, 0 not known; 1 site');
  expect((await run('--entity', 'closed')).exitCode).toBe(2);
  const none = await run('--entity', 'component:default/nothing');
  expect(none).toMatchObject({ exitCode: 2 });
  expect(none.stderr).toMatch(/The catalog has no component:default\/nothing/);
});

it('says which docs cannot be looked through as they are', async () => {
  docs = { old: {} };
  const answer = portal.answer!;
  portal.answer = arrived =>
    arrived.url.pathname.endsWith('techdocs_metadata.json')
      ? { status: 200, body: { site_name: 'Old' } }
      : answer(arrived);
  const { exitCode, stdout } = await run('--catalog');
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/old: unreadable: .*lists no files/);
});

it('reads no docs that have more pages than anybody reads', async () => {
  const many = Array.from({ length: 5_001 }, (_, page) => [`${page}.html`, '']);
  docs = { old: Object.fromEntries(many) };
  const { exitCode, stdout } = await run('--catalog');
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/old: unreadable: .*5001 pages, and at most 5000/);
});
