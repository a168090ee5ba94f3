import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { KeepWorld, keepWorld } from '../__testUtils__/keepWorld';
import { GrantedList } from '../authorization';
import { DefaultReferencesService } from './DefaultReferencesService';
import { DocsLimits } from '@hotpass/backstage-plugin-supply-chain-common';
import { DocsScan } from './DocsScan';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const dead = '0'.repeat(64);
const at = (page: string, name = 'evidence-component-app') =>
  `<a href="https://portal.example/docs/default/resource/${name}/${page}">`;

function documented(name: string, change: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
    },
    spec: { type: 'service' },
    ...change,
  };
}

describe.each(databases.eachSupportedId())('docs on %p', id => {
  let world: KeepWorld;
  let alive: string;
  /** What TechDocs serves, by the path below `static/docs`. */
  let served: Map<string, string | number>;
  let asked: string[];
  let entities: Entity[];

  beforeEach(async () => {
    world = await keepWorld({ knex: await databases.init(id) });
    const sent = await world.send('app', '1.0.0', 1);
    const row = await world
      .knex('evidence')
      .where({ uid: sent.evidenceUid })
      .first();
    alive = row.sha256;
    served = new Map();
    asked = [];
    entities = ['book', 'bare', 'broken'].map(name => documented(name));
    serve('book', '1', {
      'index.html': at(`evidence/${alive}/`),
      'guide/index.html': `${at(`evidence/${dead}/`)} ${at(
        `evidence/${dead}/index.html`,
      )} ${at('', 'evidence-component-other')}`,
      'assets/app.js': at('evidence/none/'),
    });
    served.set('default/component/broken/techdocs_metadata.json', 503);
  });
  afterEach(async () => {
    await world.workers.close();
  });

  function serve(name: string, etag: string, files: Record<string, string>) {
    const place = `default/component/${name}`;
    const metadata = { etag, files: Object.keys(files) };
    served.set(`${place}/techdocs_metadata.json`, JSON.stringify(metadata));
    for (const [file, text] of Object.entries(files)) {
      served.set(`${place}/${file}`, text);
    }
  }

  const scan = async (signal?: AbortSignal, limits?: Partial<DocsLimits>) => {
    asked.length = 0;
    await new DocsScan({
      database: world.database,
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth({ pluginId: 'supply-chain' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async plugin => `http://portal/api/${plugin}`,
      }),
      logger: mockServices.logger.mock(),
      fetch: async (input, init) => {
        const path = String(input).replace(
          'http://portal/api/techdocs/static/docs/',
          '',
        );
        expect(new Headers(init?.headers).get('authorization')).toMatch(
          /^Bearer /,
        );
        asked.push(path);
        const answer = served.get(path) ?? 404;
        return typeof answer === 'number'
          ? new Response('', { status: answer })
          : new Response(answer);
      },
      limits,
    }).run(signal);
  };

  const listDead = (
    options: { hidden?: string[]; limit?: number; cursor?: string } = {},
  ) =>
    new DefaultReferencesService({
      database: world.knex,
      catalog: catalogServiceMock({ entities }),
    }).listDead(
      {
        credentials: mockCredentials.user(),
        hidden: async () => new Set(options.hidden ?? []),
      } as unknown as GrantedList,
      { limit: options.limit ?? 10, cursor: options.cursor },
    );

  it('keeps links, tells the dead ones, and what could not be read', async () => {
    await scan();
    const found = {
      docsEntityRef: 'component:default/book',
      file: 'guide/index.html',
      cause: 'unknown',
    };
    const page = await listDead();
    expect(page.items).toEqual([
      {
        ...found,
        reference: {
          namespace: 'default',
          name: 'evidence-component-app',
          page: `evidence/${dead}`,
        },
        entityRef: 'component:default/app',
      },
      {
        ...found,
        reference: {
          namespace: 'default',
          name: 'evidence-component-other',
          page: '',
        },
        entityRef: 'component:default/other',
      },
    ]);
    expect(page.docs).toMatchObject({
      read: 1,
      unpublished: 1,
      unreadable: [
        { entityRef: 'component:default/broken', reason: expect.any(String) },
      ],
    });
    expect(page.docs.checkedAt).toBeDefined();
    const first = await listDead({ limit: 1 });
    const next = await listDead({ limit: 1, cursor: first.nextCursor });
    expect([...first.items, ...next.items]).toEqual(page.items);
    expect(next.nextCursor).toBeUndefined();
  });

  it('shows nothing of evidence or docs that may not be read', async () => {
    await scan();
    const { items } = await listDead({ hidden: ['component:default/app'] });
    expect(items.map(item => item.entityRef)).toEqual([
      'component:default/other',
    ]);
    entities = entities.filter(({ metadata }) => metadata.name !== 'book');
    await expect(listDead()).resolves.toMatchObject({
      items: [],
      docs: { read: 0 },
    });
  });

  it('reads pages again only after a build, and finds what died since without', async () => {
    await scan();
    await scan();
    expect(asked.filter(path => path.endsWith('.html'))).toEqual([]);
    const { length } = (await listDead()).items;
    await world.knex('evidence').update({ withdrawn_at: Date.now() });
    const { items } = await listDead();
    expect(items).toHaveLength(length + 1);
    expect(items).toContainEqual(
      expect.objectContaining({ file: 'index.html', cause: 'withdrawn' }),
    );
    serve('book', '2', { 'index.html': 'Nothing' });
    await scan();
    expect((await listDead()).items).toEqual([]);
  });

  it('keeps what it saw of docs that cannot be read now, and forgets those that left', async () => {
    await scan();
    served.set('default/component/book/techdocs_metadata.json', 500);
    await scan();
    const page = await listDead();
    expect(page.items).toHaveLength(2);
    expect(page.docs.unreadable).toHaveLength(2);
    entities = [documented('bare')];
    // A run that was ended early has not met everybody
    await scan(AbortSignal.abort());
    expect(await world.knex('docs_site')).toHaveLength(3);
    await scan();
    expect(await world.knex('docs_site')).toHaveLength(1);
    expect(await world.knex('docs_reference')).toEqual([]);
  });

  it.each<[string, Partial<DocsLimits>]>([
    ['It has 2 pages, and at most 1 are read', { pages: 1 }],
    ['Its pages have more than 100 characters', { characters: 100 }],
    ['Reading its pages took longer than', { ms: -1 }],
  ])('gives up a site that takes too much: %s', async (reason, limits) => {
    await scan(undefined, limits);
    const { docs } = await listDead();
    expect(docs.read).toBe(0);
    expect(docs.unreadable).toContainEqual({
      entityRef: 'component:default/book',
      reason: expect.stringContaining(reason),
    });
  });

  it('begins with the docs that were looked at longest ago', async () => {
    entities = ['a', 'b', 'c', 'new'].map(name => documented(name));
    const looked = { state: 'unpublished', revision: null, reason: null };
    await world.knex('docs_site').insert(
      [
        ['a', 3],
        ['b', 1],
        ['c', 2],
      ].map(([name, time]) => ({
        ...looked,
        entity_ref: `component:default/${name}`,
        looked_at: time,
      })),
    );
    await scan();
    const first = asked.map(path => path.split('/')[2]);
    expect([...new Set(first)]).toEqual(['new', 'b', 'c', 'a']);
  });

  it('takes no page of evidence for docs that somebody wrote', async () => {
    const spec = { type: 'supply-chain-evidence' };
    entities = [documented('evidence-component-app', { spec })];
    await scan();
    expect(asked).toEqual([]);
  });
});
