import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createEvidenceWorkers } from '@hotpass/supply-chain-evidence';
import request from 'supertest';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';
import { GrantService } from '../intake/grants';
import {
  aSigner,
  declared,
  provenance,
  sha256,
  trusting,
} from '../trust/__testUtils__/signing';
import { createRouter } from './createRouter';
import { createServices } from './createServices';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const refOf = (name: string) => `component:default/${name}`;
const SOURCE = 'url:https://git.example/acme/app/tree/main/catalog-info.yaml';

const as = {
  nobody: mockCredentials.none.header(),
  /** May do everything with what the catalog shows. */
  reader: mockCredentials.user.header('user:default/reader'),
  /** Sees the entities; the policy denies everything. */
  denied: mockCredentials.user.header('user:default/denied'),
  /** May see trust, and read evidence of `app` alone; may confirm nothing. */
  owner: mockCredentials.user.header('user:default/owner'),
  /** Granted everything that a service can be. */
  ci: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'supply-chain',
  }),
};

/** `hidden` is there for services alone. */
const isShown = (ref: string, { principal }: any) =>
  ['app', 'other', 'third'].map(refOf).includes(ref) ||
  (ref === refOf('hidden') && principal.type === 'service');

const entity = {
  kind: 'Component',
  metadata: {
    name: 'app',
    annotations: { 'backstage.io/managed-by-location': SOURCE },
  },
};

const catalog = {
  async getEntityByRef(ref: string, { credentials }: any) {
    return isShown(ref, credentials) ? entity : undefined;
  },
  async getEntitiesByRefs({ entityRefs }: any, { credentials }: any) {
    return {
      items: entityRefs.map((ref: string) =>
        isShown(ref, credentials) ? entity : undefined,
      ),
    };
  },
} as unknown as CatalogService;

function decide(credentials: any, name: string, resourceRef?: string) {
  const isAllowed = {
    'user:default/denied': false,
    'user:default/owner':
      !name.endsWith('trust.confirm') &&
      (resourceRef === undefined || resourceRef === refOf('app')),
  }[credentials.principal.userEntityRef as string];
  return isAllowed === false ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
}

const permissions = mockServices.permissions.mock({
  authorize: (async (queries: any[], { credentials }: any) =>
    queries.map(({ permission, resourceRef }) => ({
      result: decide(credentials, permission.name, resourceRef),
    }))) as any,
  authorizeConditional: (async (queries: any[], { credentials }: any) =>
    queries.map(({ permission }) =>
      credentials.principal.userEntityRef === 'user:default/owner'
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              resourceType: 'catalog-entity',
              rule: 'IS_ENTITY_OWNER',
            },
          }
        : { result: decide(credentials, permission.name) },
    )) as any,
});

async function setUp(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  const workers = createEvidenceWorkers();
  const ci = await aSigner('ci');
  const stranger = await aSigner('stranger');
  const side = await writeSideOf({
    knex,
    workers,
    entities: ['app', 'other', 'third', 'hidden'],
    config: {
      limits: { maxBytes: 1_000_000 },
      trust: trusting([ci], { entities: ['component:default/*'] }),
    },
  });
  const grants = new GrantService([
    {
      subject: 'external:ci',
      entities: ['*'],
      channels: ['release', 'change'],
      actions: ['submit', 'read', 'withdraw'],
      madeAt: true,
      development: false,
    },
  ]);
  const plugin = createBackendPlugin({
    pluginId: 'supply-chain',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ auth, httpAuth, httpRouter }) {
          const services = createServices({
            ...side,
            auth,
            httpAuth,
            permissions,
            catalog,
            grants,
          });
          httpRouter.use(createRouter(services, { validateResponses: true }));
        },
      });
    },
  });
  const { server } = await startTestBackend({ features: [plugin] });
  const send = (name: string, bytes: Buffer) =>
    side.intake.submit({
      body: Readable.from([bytes]),
      entityRef: refOf(name),
      version: '1.0.0',
      principal: { type: 'service', ref: 'external:ci' },
      via: 'http',
    });
  const api = request(server);
  const get = (path: string, header: string) =>
    api.get(`/api/supply-chain/v1${path}`).set('Authorization', header);
  const test = (body: Buffer, query = '', header = as.reader) =>
    api
      .post(`/api/supply-chain/v1/trust/test${query}`)
      .set('Authorization', header)
      .set('Content-Type', 'application/octet-stream')
      .send(body);
  const confirm = (name: string, header: string, body: object) =>
    api
      .post(
        `/api/supply-chain/v1/entities/component/default/${name}/trust/confirm`,
      )
      .set('Authorization', header)
      .send(body);
  return { ...side, knex, ci, stranger, send, get, test, confirm, server };
}

describe.each(databases.eachSupportedId())('trust over HTTP on %p', id => {
  let world: Awaited<ReturnType<typeof setUp>>;

  beforeAll(async () => {
    world = await setUp(id);
    const { ci, send } = world;
    for (const name of ['app', 'other', 'third', 'hidden']) {
      await send(name, ci.sign(provenance([name])));
    }
  });
  afterAll(async () => {
    world.server.close();
    await world.workers.close();
  });

  it('shows who is trusted, and counts only what the caller may read', async () => {
    const { status, body } = await world.get('/trust/policy', as.reader);
    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      roots: [],
      keys: [{ name: 'ci', keyId: world.ci.id, algorithm: 'ECDSA P-256' }],
      lines: [
        {
          id: 'ci-line',
          signer: { type: 'key', keys: ['ci'] },
          require: { log: 0, sct: 0, time: 0 },
          // `hidden` is not for this caller to know of
          dependents: 3,
        },
      ],
      adoption: [],
      history: [{ added: ['ci-line'], removed: [], changed: [] }],
    });
    const own = await world.get('/trust/policy', as.owner);
    expect(own.body.lines[0].dependents).toBe(1);
  });

  it('lists what relies on a line, page by page, readable entities alone', async () => {
    const path = '/trust/lines/ci-line/dependents';
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await world.get(
        `${path}?limit=1${cursor && `&cursor=${cursor}`}`,
        as.reader,
      );
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({
        version: '1.0.0',
        kind: 'provenance',
        state: 'trusted',
        signedBy: `key ${world.ci.id}`,
      });
      seen.push(body.items[0].entityRef);
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(['app', 'other', 'third'].map(refOf));
    const own = await world.get(path, as.owner);
    expect(own.body.items.map((item: any) => item.entityRef)).toEqual([
      refOf('app'),
    ]);
    const missing = await world.get('/trust/lines/no/dependents', as.reader);
    expect(missing.status).toBe(404);
    const foreign = await world.get(`${path}?cursor=abc`, as.reader);
    expect(foreign.status).toBe(400);
  });

  it('tells whether a document would be trusted, and by which line, and keeps nothing', async () => {
    const { ci, stranger, knex, test } = world;
    const tables = ['artifact', 'verification', 'receipt', 'refusal', 'event'];
    const counts = () =>
      Promise.all(tables.map(async table => (await knex(table)).length));
    const before = await counts();
    const good = await test(ci.sign(provenance(['app'])));
    expect(good.body).toMatchObject({
      state: 'verified',
      line: 'ci-line',
      signer: { type: 'key', keyId: ci.id },
      predicateType: 'https://slsa.dev/provenance/v1',
      subjects: [{ name: 'app', digests: { sha256: sha256('app') } }],
      lines: [{ line: 'ci-line', state: 'met' }],
    });
    const entityOf = (name: string) => `?entity=${refOf(name)}`;
    const forApp = await test(ci.sign(provenance(['app'])), entityOf('app'));
    expect(forApp.body.line).toBe('ci-line');
    const unknown = await test(stranger.sign(provenance(['app'])));
    expect(unknown.body.line).toBeUndefined();
    expect(unknown.body.lines).toMatchObject([
      { line: 'ci-line', state: 'unmet', part: 'signer' },
    ]);
    const plain = await test(cycloneDx({ name: 'a', version: '1' }, []));
    expect(plain.body).toMatchObject({ state: 'unsigned', lines: [] });
    const twice = ci.sign(provenance(['app'])).toString();
    const twofold = await test(
      Buffer.from(twice.replace('{', '{"dsseEnvelope":{},')),
    );
    expect(twofold.body).toMatchObject({
      state: 'failed',
      checks: expect.arrayContaining([
        expect.objectContaining({ check: 'format', state: 'failed' }),
      ]),
    });
    const packed = await world
      .test(gzipSync(ci.sign(provenance(['app']))))
      .set('Content-Encoding', 'gzip');
    expect(packed.body.state).toBe('verified');
    expect(await counts()).toEqual(before);
  });

  it('says for which entities a line does not speak', async () => {
    const narrow = trusting([world.ci], { entities: [refOf('app')] });
    const { knex, workers } = world;
    const side = await writeSideOf({
      knex,
      workers,
      config: { trust: narrow },
    });
    const forOther = await world.test(
      world.ci.sign(provenance(['app'])),
      `?entity=${refOf('other')}`,
    );
    expect(forOther.body.line).toBeUndefined();
    expect(forOther.body.lines).toMatchObject([
      { line: 'ci-line', state: 'unmet', part: 'entity' },
    ]);
    // And back to what the others look at
    const trust = trusting([world.ci], { entities: ['component:default/*'] });
    await writeSideOf({ knex, workers, config: { trust } });
    expect((await side.policies.current()).policy.lines[0].entities).toEqual([
      'component:default/*',
    ]);
    const { body } = await world.get('/trust/policy', as.reader);
    expect(body.history).toMatchObject([
      { changed: ['ci-line'] },
      { changed: ['ci-line'] },
      { added: ['ci-line'] },
    ]);
  });

  it.each<[string, () => Buffer, number, object]>([
    ['nothing', () => Buffer.alloc(0), 400, { code: 'empty' }],
    ['no known format', () => Buffer.from('hello'), 415, {}],
    [
      'half a document',
      () => Buffer.from('{"mediaType":\n oops}'),
      400,
      { code: 'invalid-json', pointer: '/mediaType', line: 2 },
    ],
    [
      'too many bytes',
      () => Buffer.alloc(1_000_001, 0x20),
      413,
      { code: 'too-large' },
    ],
    [
      'too deep a document',
      () => Buffer.from(`${'[['.repeat(5000)}${']]'.repeat(5000)}`),
      422,
      {},
    ],
  ])('refuses %s, with the place', async (_name, body, status, error) => {
    const answer = await world.test(body());
    expect(answer.body).toMatchObject({ error });
    expect(answer.status).toBe(status);
  });

  it('is for people who may, and for no service', async () => {
    const bundle = world.ci.sign(provenance(['app']));
    const body = { reason: 'it moved', source: SOURCE };
    const matrix = async (header: string) => ({
      policy: (await world.get('/trust/policy', header)).status,
      test: (await world.test(bundle, '', header)).status,
      dependents: (await world.get('/trust/lines/ci-line/dependents', header))
        .status,
      testForHidden: (
        await world.test(bundle, `?entity=${refOf('hidden')}`, header)
      ).status,
      confirm: (await world.confirm('app', header, body)).status,
      confirmHidden: (await world.confirm('hidden', header, body)).status,
    });
    const all = (status: number) => ({
      policy: status,
      test: status,
      dependents: status,
      testForHidden: status,
      confirm: status,
      confirmHidden: status,
    });
    expect(await matrix(as.nobody)).toEqual(all(401));
    expect(await matrix(as.ci)).toEqual(all(403));
    expect(await matrix(as.denied)).toEqual({
      ...all(403),
      confirmHidden: 404,
    });
    expect(await matrix(as.owner)).toEqual({
      ...all(200),
      testForHidden: 404,
      confirm: 403,
      confirmHidden: 404,
    });
    expect(await matrix(as.reader)).toEqual({
      ...all(200),
      testForHidden: 404,
      // Nothing is held
      confirm: 409,
      confirmHidden: 404,
    });
  });

  it('shows what is held, and takes a person’s word for what that person saw', async () => {
    const { knex, confirm, get, queue } = world;
    const where = { entity_ref: refOf('app') };
    await knex('subject').where(where).update({
      trust_held_since: Date.now(),
      trust_held_reason: 'Its source location was another.',
      confirmed_source: 'url:https://git.example/before',
      source_location: SOURCE,
    });
    const [{ id: subjectId }] = await knex('subject').where(where);
    await knex('release')
      .where({ subject_id: subjectId })
      .increment('judge_asked', 1);
    await queue.judgeAll();
    const posture = async () =>
      (await get('/entities/component/default/app/posture', as.reader)).body;
    expect((await posture()).trust).toMatchObject({
      buildLevel: 0,
      held: {
        reason: 'Its source location was another.',
        before: 'url:https://git.example/before',
        now: SOURCE,
      },
    });
    const reason = 'the team moved it';
    const stale = await confirm('app', as.reader, { reason, source: 'url:x' });
    expect(stale.status).toBe(409);
    const short = await confirm('app', as.reader, { reason: '', source: '' });
    expect(short.status).toBe(400);
    // The mocked catalog of the write side knows no locations
    jest
      .spyOn(world.catalog, 'getEntityByRef')
      .mockResolvedValue({ ...entity, apiVersion: 'v1' } as never);
    const done = await confirm('app', as.reader, { reason, source: SOURCE });
    expect(done.status).toBe(204);
    await queue.judgeAll();
    const after = await posture();
    expect(after.trust.held).toBeUndefined();
    expect(after.trust).toMatchObject({ buildLevel: 2 });
    expect(after.outputs).toMatchObject([
      {
        name: 'app',
        authority: 'attested',
        level: 2,
        because: expect.arrayContaining([expect.stringContaining('ci-line')]),
        next: [expect.stringContaining('Level 3')],
      },
    ]);
  });

  it('shows no evidence as an output, whoever names its digest', async () => {
    const { get, intake } = world;
    const bytes = cycloneDx({ name: 'third', version: '7' }, ['a@1.0.0']);
    await intake.submit({
      body: Readable.from([bytes]),
      entityRef: refOf('third'),
      version: '0.1.0',
      outputs: [`sha256:${sha256(bytes)}=sbom.json`, declared('third.tgz')],
      principal: { type: 'service', ref: 'external:ci' },
      via: 'http',
      permitted: { madeAt: true },
      madeAt: new Date('2020-01-01'),
    });
    const base = '/entities/component/default/third';
    const { body: list } = await get(`${base}/releases`, as.reader);
    const { id: releaseId } = list.items.find(
      ({ version }: { version: string }) => version === '0.1.0',
    );
    const { body } = await get(
      `${base}/posture?release=${releaseId}`,
      as.reader,
    );
    expect(body.outputs).toMatchObject([
      { name: 'third.tgz', authority: 'declared', level: 0 },
    ]);
  });

  it('tells provenance that somebody vouches for from what is only claimed', async () => {
    const { get, send, ci } = world;
    await send('other', ci.sign(provenance(['other'], { builder: 'urn:me' })));
    const provenances = async (name: string) => {
      const base = `/entities/component/default/${name}`;
      const { body } = await get(`${base}/posture`, as.reader);
      const path = `${base}/releases/${body.release.id}/provenance`;
      return (await get(path, as.reader)).body.items;
    };
    expect(await provenances('third')).toMatchObject([
      {
        declaredOnly: false,
        outputs: [{ name: 'third', matches: 'attested' }],
      },
    ]);
    expect(await provenances('other')).toMatchObject([
      {
        declaredOnly: false,
        unmet: [{ message: expect.stringContaining('urn:me') }],
      },
    ]);
  });
});
