import { PassThrough, Readable } from 'node:stream';
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
import request from 'supertest';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { GrantService } from '../intake/grants';
import { spec } from '../schema/generated/router';
import { createRouter } from './createRouter';
import { createServices } from './createServices';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const entities = ['app', 'other', 'hidden'];
const as = {
  nobody: mockCredentials.none.header(),
  reader: mockCredentials.user.header('user:default/reader'),
  /** Sees the entities; the policy denies everything. */
  denied: mockCredentials.user.header('user:default/denied'),
  /** May do everything but withdraw and see retention. */
  sender: mockCredentials.user.header('user:default/sender'),
  /** The policy allows `app` alone, by a condition. */
  owner: mockCredentials.user.header('user:default/owner'),
  ci: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'supply-chain',
  }),
  stranger: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:stranger'),
    targetPluginId: 'supply-chain',
  }),
};

const refOf = (name: string) => `component:default/${name}`;

/** The catalog as it answers users: `hidden` is there for services alone. */
const catalog = {
  async getEntityByRef(ref: string, { credentials }: any) {
    return isShown(ref, credentials) ? { kind: 'Component' } : undefined;
  },
  async getEntitiesByRefs({ entityRefs }: any, { credentials }: any) {
    return {
      items: entityRefs.map((ref: string) =>
        isShown(ref, credentials) ? { kind: 'Component' } : undefined,
      ),
    };
  },
} as unknown as CatalogService;

function isShown(ref: string, { principal }: any): boolean {
  const known = [...entities, 'registered'].map(refOf).includes(ref);
  if (principal.type === 'service') return known;
  return known && ref !== refOf('hidden') && ref !== refOf('registered');
}

function decide(credentials: any, resourceRef?: string, action?: string) {
  const user = credentials.principal.userEntityRef;
  if (user === 'user:default/denied') return AuthorizeResult.DENY;
  if (
    user === 'user:default/sender' &&
    /\.(withdraw|retention\.read)$/.test(action ?? '')
  ) {
    return AuthorizeResult.DENY;
  }
  if (user === 'user:default/owner' && resourceRef !== undefined) {
    return resourceRef === refOf('app')
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY;
  }
  return AuthorizeResult.ALLOW;
}

const permissions = mockServices.permissions.mock({
  authorize: (async (queries: any[], { credentials }: any) =>
    queries.map(query => ({
      result: decide(credentials, query.resourceRef, query.permission.name),
    }))) as any,
  authorizeConditional: (async (queries: any[], { credentials }: any) =>
    queries.map(() =>
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
        : { result: decide(credentials) },
    )) as any,
});

async function setUp(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  const side = await writeSideOf({
    workers: standInWorkers(),
    knex,
    entities,
    config: {},
  });
  const grants = new GrantService([
    {
      subject: 'external:ci',
      entities: ['component:default/app', 'component:default/hidden'],
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
          const { audit, intake, promotions, trust } = side;
          const { database, store, keeping } = side;
          httpRouter.use(
            createRouter(
              createServices({
                auth,
                httpAuth,
                permissions,
                catalog,
                grants,
                audit,
                promotions,
                trust,
                keeping,
                stages: side.config.stages,
                intake,
                database,
                store,
              }),
              { validateResponses: true },
            ),
          );
        },
      });
    },
  });
  const { server } = await startTestBackend({ features: [plugin] });
  const send = (name: string, version: string, names: string[]) =>
    side.intake.submit({
      body: Readable.from([cycloneDx({ name, version }, names)]),
      entityRef: refOf(name),
      version,
      channel: 'release',
      principal: { type: 'service', ref: 'external:ci' },
      via: 'http',
      permitted: { madeAt: true },
      madeAt: new Date(Date.parse('2026-01-01') + Number(version[0]) * 1000),
    });
  const api = request(server);
  const get = (path: string, header: string) =>
    api.get(`/api/supply-chain/v1${path}`).set('Authorization', header);
  return { ...side, knex, api, get, send, server };
}

const base = (name: string) => `/entities/component/default/${name}`;

/** What a caller without the right is answered, where it is not 403. */
const deniedStatus: Record<string, number> = {
  // a list that holds nothing
  GetPortfolio: 200,
  GetWhereUsed: 200,
  // as if there were none
  GetReceipt: 404,
  ResolveReferences: 200,
};

/** The same of a service without a grant. */
const strangerStatus: Record<string, number> = {
  GetReceipt: 404,
  ResolveReferences: 200,
};

describe.each(databases.eachSupportedId())('the HTTP API on %p', id => {
  let world: Awaited<ReturnType<typeof setUp>>;
  let first: Awaited<ReturnType<typeof world.send>>;
  let second: typeof first;
  let foreign: typeof first;
  const release = () => `${base('app')}/releases/${second.releaseUid}`;

  beforeAll(async () => {
    world = await setUp(id);
    await world.sync.run();
    first = await world.send('app', '1.0.0', ['left@1.0.0', 'gone@1.0.0']);
    second = await world.send('app', '2.0.0', ['left@2.0.0', 'bad@1.0.0']);
    foreign = await world.send('hidden', '1.0.0', [
      'secret@1.0.0',
      'left@2.0.0',
    ]);
  });

  afterAll(async () => {
    world.server.close();
    await world.workers.close();
  });

  it('shows the newest release with what to fix and what changed', async () => {
    const { body, status, headers } = await world.get(
      `${base('app')}/posture`,
      as.reader,
    );
    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityRef: refOf('app'),
      state: 'would-not-ship',
      judging: false,
      release: { version: '2.0.0', newest: true },
      decision: { verdict: 'failed', counts: { violations: 1 } },
      fixFirst: [{ code: 'BAD-001', message: 'bad is bad', isNew: true }],
      changes: {
        base: { version: '1.0.0' },
        added: 1,
        removed: 1,
        updated: 1,
      },
      counts: { components: 2, findings: 0, evidence: 1, provenance: 0 },
    });
    expect(body.expected[0]).toMatchObject({ kind: 'sbom', state: 'ok' });
    const [{ uid }] = await world
      .knex('subject')
      .where('entity_ref', refOf('app'));
    expect(body.signalId).toBe(uid);
    const again = await world
      .get(`${base('app')}/posture`, as.reader)
      .set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
  });

  it('keeps a state of its own for an older release', async () => {
    const { body } = await world.get(
      `${base('app')}/posture?release=${first.releaseUid}`,
      as.reader,
    );
    expect(body).toMatchObject({
      state: 'can-ship',
      release: { version: '1.0.0', newest: false },
    });
    expect(body.changes).toBeUndefined();
  });

  it('answers the gate: only a pass is a plain yes', async () => {
    const gate = async (version: string) =>
      (await world.get(`${base('app')}/gate?release=${version}`, as.ci)).body;
    expect(await gate('1.0.0')).toMatchObject({
      answer: 'yes',
      observing: false,
    });
    expect(await gate('2.0.0')).toMatchObject({
      answer: 'yes',
      observing: true,
    });
    expect(await gate('9.9.9')).toMatchObject({ answer: 'unknown' });
    await world.knex('subject').update({ mode: 'enforce' });
    expect(await gate('2.0.0')).toMatchObject({
      answer: 'no',
      observing: false,
      fixFirst: [{ code: 'BAD-001' }],
    });
    await world.knex('subject').update({ mode: 'observe' });
    await world
      .knex('release')
      .where('uid', first.releaseUid)
      .increment('judge_asked', 1);
    expect(await gate('1.0.0')).toMatchObject({ answer: 'unknown' });
    await world
      .knex('release')
      .where('uid', first.releaseUid)
      .decrement('judge_asked', 1);
  });

  it('lists components, paths, evidence, decision and differences', async () => {
    const components = await world.get(
      `${release()}/components?sort=name&limit=1`,
      as.reader,
    );
    expect(components.body).toMatchObject({
      totalItems: 2,
      items: [{ name: 'bad', licence: 'MIT', relation: 'direct', findings: 0 }],
      licences: [{ expression: 'MIT', count: 2 }],
    });
    const next = await world.get(
      `${release()}/components?sort=name&limit=1&cursor=${
        components.body.nextCursor
      }`,
      as.reader,
    );
    expect(next.body.items).toMatchObject([{ name: 'left' }]);
    expect(next.body.nextCursor).toBeUndefined();
    const other = await world.get(
      `${release()}/components?sort=version&cursor=${
        components.body.nextCursor
      }`,
      as.reader,
    );
    expect(other.status).toBe(400);

    const key = encodeURIComponent('pkg:npm/bad@1.0.0');
    const paths = await world.get(
      `${release()}/paths?component=${key}`,
      as.reader,
    );
    expect(paths.body).toEqual({ paths: [['app', 'bad']] });

    const decision = await world.get(`${release()}/decision`, as.reader);
    expect(decision.body).toMatchObject({
      summary: { verdict: 'failed' },
      rules: [{ code: 'BAD-001', status: 'violation' }],
      inputs: [{ evidenceId: second.evidenceUid }],
      comparedWith: { version: '1.0.0' },
    });

    const diff = await world.get(`${release()}/diff`, as.reader);
    expect(diff.body).toMatchObject({
      counts: { added: 1, removed: 1, updated: 1 },
      added: [{ name: 'bad' }],
      removed: [{ name: 'gone' }],
      updated: [{ name: 'left', from: '1.0.0', to: '2.0.0' }],
      newViolations: [{ code: 'BAD-001', isNew: true }],
      fixedViolations: [],
    });

    const findings = await world.get(`${release()}/findings`, as.reader);
    expect(findings.body).toEqual({ items: [], totalItems: 0 });
    const provenance = await world.get(`${release()}/provenance`, as.reader);
    expect(provenance.body).toEqual({ items: [] });

    const page = await world.get(`${base('app')}/releases?limit=1`, as.reader);
    expect(page.body).toMatchObject({
      totalItems: 2,
      items: [{ version: '2.0.0' }],
    });
    const older = await world.get(
      `${base('app')}/releases?limit=1&cursor=${page.body.nextCursor}`,
      as.reader,
    );
    expect(older.body.items).toMatchObject([{ version: '1.0.0' }]);
    expect(older.body.nextCursor).toBeUndefined();
  });

  it('gives the exact bytes as an attachment that no browser renders', async () => {
    const { body: list } = await world.get(`${release()}/evidence`, as.reader);
    const [evidence] = list.items;
    const { body, headers, status } = await world
      .get(`${release()}/evidence/${evidence.id}/content`, as.reader)
      .responseType('blob');
    expect(status).toBe(200);
    expect(body).toEqual(
      cycloneDx({ name: 'app', version: '2.0.0' }, ['left@2.0.0', 'bad@1.0.0']),
    );
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${evidence.digest.replace(
        ':',
        '-',
      )}"`,
      'content-security-policy': `sandbox; default-src 'none'`,
      'x-content-type-options': 'nosniff',
    });
    expect(headers['cache-control']).toContain('private');
  });

  it('never shows one entity through another', async () => {
    const foreignId = foreign.releaseUid;
    const missing = '00000000-0000-4000-8000-000000000000';
    const parts = [
      'components',
      'findings',
      'provenance',
      'decision',
      'evidence',
      'diff',
    ];
    const { get } = world;
    for (const part of parts) {
      const answer = async (uid: string) =>
        (
          await get(`${base('app')}/releases/${uid}/${part}`, as.reader)
        ).text.replaceAll(uid, 'ID');
      const text = await answer(foreignId!);
      expect(JSON.parse(text).error.name).toBe('NotFoundError');
      expect(text).toBe(await answer(missing));
    }
    for (const query of [`release=${foreignId}`, `compareWith=${foreignId}`]) {
      const { status } = await world.get(
        `${base('app')}/posture?${query}`,
        as.reader,
      );
      expect(status).toBe(404);
    }
    const diff = await world.get(
      `${release()}/diff?base=${foreignId}`,
      as.reader,
    );
    expect(diff.status).toBe(404);
    const content = await world.get(
      `${release()}/evidence/${foreign.evidenceUid}/content`,
      as.reader,
    );
    expect(content.status).toBe(404);

    const hidden = await world.get(`${base('hidden')}/posture`, as.reader);
    const absent = await world.get(`${base('absent')}/posture`, as.reader);
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll('hidden', 'absent')).toBe(absent.text);

    const uses = await world.get('/where-used?purl=pkg:npm/left', as.reader);
    expect(uses.body).toMatchObject({
      totalItems: 1,
      items: [
        {
          entityRef: refOf('app'),
          version: '2.0.0',
          component: { version: '2.0.0' },
        },
      ],
    });
    const secret = await world.get(
      '/where-used?purl=pkg:npm/secret',
      as.reader,
    );
    expect(secret.body).toEqual({ items: [], totalItems: 0 });
    const service = await world.get(
      '/where-used?purl=pkg:npm/left@2.0.0',
      as.ci,
    );
    expect(service.body.totalItems).toBe(2);
    const receipt = await world.get(`/receipts/${foreign.uid}`, as.reader);
    expect(receipt.status).toBe(404);
    const own = await world.get(`/receipts/${foreign.uid}`, as.ci);
    expect(own.body).toMatchObject({
      status: 'accepted',
      release: { version: '1.0.0' },
    });
  });

  it('lists for each caller what it may read', async () => {
    const refs = async (path: string, header: string) =>
      (await world.get(path, header)).body.items.map(
        (row: any) => row.entityRef,
      );
    const listed = await world.get('/portfolio', as.reader);
    expect(listed.body).toMatchObject({
      totalItems: 2,
      counts: { total: 2, byState: { 'would-not-ship': 1, 'not-known': 1 } },
      items: [
        {
          entityRef: refOf('app'),
          release: { version: '2.0.0' },
          firstReason: 'bad is bad',
        },
        { entityRef: refOf('other'), state: 'not-known' },
      ],
    });
    expect(await refs('/portfolio', as.owner)).toEqual([refOf('app')]);
    expect(await refs('/portfolio', as.denied)).toEqual([]);
    expect((await refs('/portfolio', as.ci)).sort()).toEqual([
      refOf('app'),
      refOf('hidden'),
    ]);
    expect(await refs('/portfolio?state=not-known', as.reader)).toEqual([
      refOf('other'),
    ]);
    expect(await refs('/portfolio?query=OTH', as.reader)).toEqual([
      refOf('other'),
    ]);
    for (const sort of ['urgency', 'entity', 'owner', 'stateSince']) {
      for (const order of ['asc', 'desc']) {
        const path = `/portfolio?limit=1&sort=${sort}&order=${order}`;
        const one = await world.get(path, as.reader);
        const two = await world.get(
          `${path}&cursor=${one.body.nextCursor}`,
          as.reader,
        );
        const both = [...one.body.items, ...two.body.items].map(
          (row: any) => row.entityRef,
        );
        expect(both.sort()).toEqual([refOf('app'), refOf('other')]);
        expect(two.body.nextCursor).toBeUndefined();
      }
    }
    expect(await refs('/health/matrix', as.owner)).toEqual([refOf('app')]);
  });

  it('shows refusals only where the entity may be known', async () => {
    const refused = ['app', 'hidden', 'registered', 'no-such'];
    for (const name of refused) {
      await world.intake.refuse(
        {
          entityRef: refOf(name),
          version: '3.0.0',
          principal: { type: 'service', ref: 'external:x' },
          via: 'http',
        },
        { code: 'not-granted', status: 403, reason: `No grant for ${name}` },
      );
    }
    const seen = async (header: string) =>
      (
        await world.get('/health/arrivals?outcome=refused&limit=100', header)
      ).body.items.map((row: any) => row.entityRef);
    expect((await seen(as.reader)).sort()).toEqual([
      refOf('app'),
      refOf('no-such'),
    ]);
    expect((await world.get('/health/arrivals', as.denied)).status).toBe(403);
    const { body: causes } = await world.get('/health/causes', as.reader);
    expect(causes.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'not-granted',
          title: 'Not granted',
          entityCount: 2,
          arrivals: { outcome: 'refused', code: 'not-granted' },
        }),
      ]),
    );
    const twice = ['8.0.0', '8.0.0', '8.0.1'].map(
      version => () =>
        world.intake.refuse(
          {
            entityRef: refOf('app'),
            version,
            principal: { type: 'service', ref: 'external:again' },
            via: 'http',
          },
          { code: 'empty', status: 400, reason: 'Nothing in it' },
        ),
    );
    for (const refuse of twice) await refuse();
    const { body: folded } = await world.get(
      '/health/arrivals?code=empty',
      as.reader,
    );
    expect(folded).toMatchObject({
      totalItems: 2,
      items: expect.arrayContaining([
        expect.objectContaining({ version: '8.0.0', times: 2 }),
        expect.not.objectContaining({ times: expect.anything() }),
      ]),
    });
    const page = await world.get('/health/arrivals?limit=2', as.reader);
    const next = await world.get(
      `/health/arrivals?limit=100&cursor=${page.body.nextCursor}`,
      as.reader,
    );
    expect(page.body.items.length + next.body.items.length).toBe(
      page.body.totalItems,
    );
  });

  it('counts in the foot of pipeline health what the caller may read', async () => {
    const status = async (header: string) =>
      (await world.get('/health/status', header)).body;
    const own = await world
      .knex('release')
      .where({ version: '2.0.0' })
      .update({ judge_asked: 2, judge_done: 1, judge_since: 1 });
    expect(own).toBe(1);
    const other = await world
      .knex('release')
      .where({ uid: foreign.releaseUid! })
      .update({ judge_asked: 2, judge_done: 1, judge_since: 1 });
    expect(other).toBe(1);
    const { size } = await world.knex('artifact').first('size');
    expect(Number(size)).toBeGreaterThan(0);
    for (const [header, artifacts, toJudge] of [
      [as.reader, 2, 1],
      [as.owner, 2, 1],
      [as.ci, 3, 2],
    ] as const) {
      const { storage, queue } = await status(header);
      expect({ ...storage, ...queue }).toMatchObject({
        artifacts,
        toJudge,
        processing: 0,
      });
    }
    await world
      .knex('release')
      .update({ judge_done: world.knex.ref('judge_asked') });

    // What is being read, too
    const body = new PassThrough();
    const held = world.intake.submit({
      body,
      entityRef: refOf('hidden'),
      version: '9.0.0',
      channel: 'change',
      principal: { type: 'service', ref: 'external:slow' },
      via: 'http',
    });
    expect((await status(as.ci)).queue.processing).toBe(1);
    expect((await status(as.reader)).queue.processing).toBe(0);
    body.end();
    await expect(held).rejects.toMatchObject({ code: 'empty' });
  });

  it('names no entity by a spelling of its own', async () => {
    const upload = (entity: string, header: string) =>
      world.api
        .post('/api/supply-chain/v1/artifacts')
        .query({ entity, release: '6.6.6' })
        .set('Authorization', header)
        .set('Content-Type', 'application/octet-stream')
        .send('x');
    for (const entity of [
      'component:hidden',
      'Component:Default/HIDDEN',
      'hidden',
      'component:default/hidden ',
      'component:default/hidden\u200b',
      'default/hidden',
      'no ref at all:::hidden',
    ]) {
      const { status } = await upload(entity, as.stranger);
      expect({ entity, refused: status >= 400 }).toMatchObject({
        refused: true,
      });
    }
    // As an older version kept them
    const [row] = await world
      .knex('refusal')
      .where({ version: '6.6.6' })
      .whereNull('entity_ref');
    for (const [n, entity_ref] of ['component:hidden', 'hidden'].entries()) {
      const { id: _, ...rest } = row;
      await world
        .knex('refusal')
        .insert({ ...rest, uid: `old-${n}`, entity_ref });
    }
    for (const path of ['arrivals?outcome=refused&limit=100', 'causes']) {
      const { text } = await world.get(`/health/${path}`, as.reader);
      expect(text).not.toMatch(/hidden/i);
      expect(await world.get(`/health/${path}`, as.ci)).toMatchObject({
        text: expect.stringContaining('default/hidden'),
      });
    }
    await world.knex('refusal').where('uid', 'like', 'old-%').delete();
    // Its sender is still told that it was refused, and no more
    const own = await upload('nokind', as.reader);
    expect(own.status).toBe(400);
    const receipt = await world.get(
      `/receipts/${own.body.error.refusalId}`,
      as.reader,
    );
    expect(receipt.status).toBe(200);
    expect(receipt.body).toMatchObject({
      status: 'refused',
      refusal: { code: 'entity-ref', version: '6.6.6' },
    });
    for (const header of [as.sender, as.ci]) {
      const foreignRefusal = await world.get(
        `/receipts/${own.body.error.refusalId}`,
        header,
      );
      expect(foreignRefusal.status).toBe(404);
    }
  });

  it('refuses a hidden entity as one that is not there, however often', async () => {
    const person = mockCredentials.user.header('user:default/prober');
    const probe = async (name: string, header = person) => {
      const { status, body } = await world.api
        .post('/api/supply-chain/v1/artifacts')
        .query({ entity: refOf(name), release: '1' })
        .set('Authorization', header)
        .set('Content-Type', 'application/octet-stream')
        .send('x');
      const { refusalId, message, ...error } = body.error;
      return {
        status,
        ...error,
        told: refusalId !== undefined,
        message: message.replaceAll(name, '…'),
      };
    };
    const stranger = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('external:prober'),
      targetPluginId: 'supply-chain',
    });
    for (const header of [person, stranger]) {
      expect(await probe('hidden', header)).toEqual(
        await probe('absent', header),
      );
      for (let n = 0; n < 60; n += 1) await probe(`nope-${n}`, header);
      const [hidden, absent] = [
        await probe('registered', header),
        await probe('absent-2', header),
      ];
      expect(hidden).toEqual(absent);
      expect(hidden.told).toBe(false);
    }
  });

  it('shows that the gate was asked for what was never sent, until it is', async () => {
    const gate = (name: string, rest: string, header: string) =>
      world.get(`${base(name)}/gate?release=${rest}`, header);
    const cause = async (header: string) =>
      (await world.get('/health/causes', header)).body.items.find(
        ({ code }: any) => code === 'gate-no-evidence',
      );
    await world.knex('gate_ask').delete();
    expect((await gate('app', '2.0.0', as.reader)).body.answer).toBe('yes');
    expect(await cause(as.reader)).toBeUndefined();

    for (const version of ['5.0.0', '5.0.0']) {
      const { body } = await gate('app', version, as.ci);
      expect(body).toMatchObject({ answer: 'unknown' });
      expect(await world.knex('gate_ask').where({ version })).toHaveLength(1);
    }
    await gate('hidden', '5.0.0', as.ci);
    await gate('app', 'x'.repeat(300), as.ci);
    await gate('other', '1.0.0', as.denied);
    expect(await cause(as.reader)).toMatchObject({
      title: 'Gate asked, no evidence',
      entityCount: 1,
      entities: [{ entityRef: refOf('app'), version: '5.0.0' }],
      lastAsk: {
        entityRef: refOf('app'),
        version: '5.0.0',
        by: { type: 'service', ref: 'external:ci' },
      },
    });
    // Nobody fills the disk with versions that were never made
    await world.knex('gate_ask').update({ asked_at: Date.now() + 1000 });
    for (let i = 0; i < 60; i += 1) await gate('app', `typo-${i}`, as.ci);
    expect(
      (await world.knex('gate_ask').where({ without_evidence: true })).length,
    ).toBeLessThanOrEqual(51);
    await world.knex('gate_ask').where('version', 'like', 'typo-%').delete();

    const sent = await world.send('app', '5.0.0', ['left@2.0.0']);
    expect(await cause(as.reader)).toBeUndefined();
    await world.intake.withdraw({
      evidenceUid: sent.evidenceUid!,
      reason: 'sent by mistake',
      principal: { type: 'service', ref: 'external:ci' },
    });
    await world.queue.judgeAll();
    const { body } = await gate('app', '5.0.0', as.ci);
    expect(body.reason).toMatch(/withdrawn/);
    expect(await cause(as.reader)).toMatchObject({ entityCount: 1 });
    await world
      .knex('gate_ask')
      .update({ asked_at: Date.now() - 8 * 24 * 3600 * 1000 });
    expect(await cause(as.reader)).toBeUndefined();
  });

  it('knows no stage where there is none, and says so', async () => {
    const path = `${base('app')}/gate?release=2.0.0`;
    const { status, body } = await world.get(`${path}&stage=prod`, as.ci);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      /^Unknown stage 'prod': .*Leave 'stage'/,
    );
  });

  it('takes an upload as a stream and writes down what it turns away', async () => {
    const upload = (header: string, query: string) =>
      world.api
        .post(`/api/supply-chain/v1/artifacts?${query}`)
        .set('Authorization', header)
        .set('Content-Type', 'application/json')
        .send(
          cycloneDx({ name: 'app', version: '0.1.0' }, [
            'left@1.0.0',
          ]).toString(),
        );
    const query = `entity=${refOf('app')}&release=pr-1&channel=change`;
    const fresh = await upload(as.ci, query);
    expect(fresh.body.error).toBeUndefined();
    expect(fresh.status).toBe(201);
    expect(fresh.body).toMatchObject({
      status: 'accepted',
      state: 'can-ship',
      evidence: { kind: 'sbom', componentCount: 1 },
      release: { version: 'pr-1', channel: 'change', newest: false },
    });
    expect((await upload(as.ci, query)).status).toBe(200);
    const before = (await world.knex('refusal')).length;
    expect((await upload(as.stranger, query)).status).toBe(403);
    expect((await upload(as.denied, query)).status).toBe(403);
    const hidden = `entity=${refOf('hidden')}&release=1.0.0`;
    expect((await upload(as.reader, hidden)).status).toBe(404);
    expect(await world.knex('refusal')).toHaveLength(before + 3);

    const evidence = fresh.body.evidence;
    const withdraw = (header: string) =>
      world.api
        .post(
          `/api/supply-chain/v1${base('app')}/releases/${
            evidence.releaseId
          }/evidence/${evidence.id}/withdraw`,
        )
        .set('Authorization', header)
        .send({ reason: 'sent by mistake' });
    expect((await withdraw(as.denied)).status).toBe(403);
    const done = await withdraw(as.reader);
    expect(done.body).toMatchObject({
      current: false,
      withdrawn: { by: 'user:default/reader', reason: 'sent by mistake' },
    });

    // Only a person who may withdraw takes that back by sending it again
    for (const header of [as.ci, as.sender]) {
      const refused = await upload(header, query);
      expect(refused.status).toBe(409);
      expect(refused.body.error).toMatchObject({ code: 'evidence-withdrawn' });
      expect(refused.text).not.toMatch(/reader|sent by mistake/);
    }
    const back = await upload(as.reader, query);
    expect(back.status).toBe(200);
    expect(back.body).toMatchObject({
      status: 'known',
      evidence: { id: evidence.id, current: true },
    });
    expect(back.body.evidence.withdrawn).toBeUndefined();
  });

  it('tells the audit log who downloads and who withdraws', async () => {
    const { createEvent } = world.auditor;
    const sent = await world.send('app', '0.0.1', ['left@1.0.0']);
    const path = `${base('app')}/releases/${sent.releaseUid}/evidence/${
      sent.evidenceUid
    }`;
    const audited = async (eventId: string) => {
      const at = createEvent.mock.calls.findLastIndex(
        ([event]) => event.eventId === eventId,
      );
      const event = await createEvent.mock.results[at].value;
      return { ...createEvent.mock.calls[at][0], event };
    };
    const withdraw = (header: string) =>
      world.api
        .post(`/api/supply-chain/v1${path}/withdraw`)
        .set('Authorization', header)
        .send({ reason: 'no longer ours' });

    createEvent.mockClear();
    expect((await world.get(`${path}/content`, as.denied)).status).toBe(403);
    expect((await withdraw(as.sender)).status).toBe(403);
    expect(createEvent).not.toHaveBeenCalled();

    await world.get(`${path}/content`, as.reader).responseType('blob');
    const download = await audited('evidence-download');
    expect(download).toMatchObject({
      severityLevel: 'low',
      meta: {
        entityRef: refOf('app'),
        evidence: sent.evidenceUid,
        digest: expect.stringMatching(/^sha256:/),
        principal: 'user:default/reader',
      },
    });
    // The last byte may be here before the event is closed
    const { success, fail } = download.event;
    while (success.mock.calls.length + fail.mock.calls.length === 0) {
      await new Promise(done => setImmediate(done));
    }
    expect(success).toHaveBeenCalledTimes(1);
    expect(fail).not.toHaveBeenCalled();

    expect((await withdraw(as.reader)).status).toBe(200);
    const withdrawal = await audited('evidence-withdraw');
    expect(withdrawal).toMatchObject({
      severityLevel: 'medium',
      meta: {
        evidence: sent.evidenceUid,
        reason: 'no longer ours',
        principal: 'user:default/reader',
      },
    });
    expect(withdrawal.event.success).toHaveBeenCalledTimes(1);

    expect((await withdraw(as.reader)).status).toBe(409);
    const again = await audited('evidence-withdraw');
    expect(again.event.fail).toHaveBeenCalledTimes(1);
    expect(again.event.success).not.toHaveBeenCalled();
  });

  it('lets the TechDocs plugin publish, and the catalog know what there is', async () => {
    const headerOf = (plugin: string) =>
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(`plugin:${plugin}`),
        targetPluginId: 'supply-chain',
      });
    const post = (path: string, body: object, plugin = 'techdocs') =>
      world.api
        .post(`/api/supply-chain/v1/mirror/${path}`)
        .set('Authorization', headerOf(plugin))
        .send(body);
    const target = { target: 'here', layout: '1' };
    const { body: page } = await world.get(
      '/mirror/companions?limit=1',
      headerOf('catalog'),
    );
    expect(page.items).toHaveLength(1);
    expect(page.nextCursor).toEqual(expect.any(String));
    expect((await post('due', target, 'catalog')).status).toBe(403);
    const due = await post('due', target);
    expect(due.body.items).toContain(refOf('app'));
    const { body } = await post('claims', {
      ...target,
      entityRef: refOf('app'),
    });
    expect(body.claim.facts.posture.release.newest).toBe(true);
    const claim = `claims/${body.claim.id}`;
    expect((await post(`${claim}/renew`, {})).body).toHaveProperty('endsAt');
    const etag = 'e'.repeat(64);
    for (const wrong of [
      { outcome: 'published' },
      { outcome: 'failed', etag },
    ]) {
      expect((await post(`${claim}/settle`, wrong)).status).toBe(400);
    }
    const right = { outcome: 'published', etag };
    expect((await post(`${claim}/settle`, right)).status).toBe(204);
    expect((await post(`${claim}/settle`, right)).status).toBe(409);
    const { body: posture } = await world.get(
      `${base('app')}/posture`,
      as.reader,
    );
    expect(posture.mirror).toMatchObject({ state: 'published' });
  });

  it('says what a hold by query would cover and covers, and names it to few', async () => {
    const post = (path: string, body: object) =>
      world.api
        .post(`/api/supply-chain/v1${path}`)
        .set('Authorization', as.reader)
        .send(body);
    const target = { query: { entities: 'component:default/*' } };
    const preview = await post('/holds/preview', { target });
    expect(preview.status).toBe(200);
    const { covers, entities: named } = preview.body;
    expect(covers.entities).toBe(named.length);
    expect(named).toContainEqual(
      expect.objectContaining({
        entityRef: refOf('app'),
        inCatalog: true,
        matches: true,
      }),
    );
    const unclear = { target: { query: { owner: 'not a ref' } } };
    expect((await post('/holds/preview', unclear)).status).toBe(400);
    const placed = await post('/holds', {
      target,
      reason: 'A dispute',
      reference: 'CASE-7',
      reviewAt: '2999-01-01T00:00:00Z',
    });
    expect(placed.status).toBe(201);
    // The hidden one is held like any other
    expect(placed.body.covers.entities).toBe(covers.entities + 1);
    for (const hidden of [
      { entityRef: refOf('hidden') },
      { entityRef: refOf('unheard-of') },
    ]) {
      const { status, body } = await post('/holds/preview', { target: hidden });
      expect([status, body.error.message]).toEqual([
        400,
        `Nothing is known of an entity '${hidden.entityRef}'`,
      ]);
    }
    const path = `/holds/${placed.body.id}/entities`;
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await world.get(`${path}?limit=1${cursor}`, as.reader);
      expect(page.body.items).toHaveLength(1);
      seen.push(page.body.items[0].entityRef);
      const { nextCursor } = page.body;
      cursor = nextCursor ? `&cursor=${nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(named.map((row: any) => row.entityRef));
    const holdsFor = async (who: string) =>
      (await world.get(`${base('app')}/posture`, who)).body.holds;
    expect(await holdsFor(as.reader)).toEqual([
      {
        id: placed.body.id,
        reference: 'CASE-7',
        since: placed.body.placedAt,
        reviewAt: placed.body.reviewAt,
      },
    ]);
    const unnamed = [{ since: placed.body.placedAt }];
    expect(await holdsFor(as.sender)).toEqual(unnamed);
    expect(await holdsFor(as.ci)).toEqual(unnamed);
  });

  it('guards every route of the OpenAPI document', async () => {
    const ids: Record<string, string> = {
      kind: 'component',
      namespace: 'default',
      name: 'other',
      releaseId: second.releaseUid!,
      evidenceId: second.evidenceUid!,
      receiptId: second.uid,
      lineId: 'a-line',
      digest: `sha256:${'a'.repeat(64)}`,
      ...Object.fromEntries(
        ['proposalId', 'alarmId', 'holdId', 'erasureId'].map(name => [
          name,
          'none',
        ]),
      ),
      claimId: 'a-claim',
    };
    const { api } = world;
    const queries: Record<string, string> = {
      PostArtifact: `?entity=${refOf('other')}&release=1`,
      GetGate: '?release=1',
      GetPaths: '?component=x',
      GetWhereUsed: '?purl=pkg:npm/left',
    };
    const bodies: Record<string, object> = {
      RecordPromotion: { release: '1.0.0', stage: 'production' },
      ConfirmTrust: { reason: 'it moved', source: 'url:https://x.example/' },
      RecordRetirement: { release: '1.0.0' },
      ProposeRetention: { class: 'default', reason: 'why not' },
      PlaceHold: {
        target: { entityRef: refOf('other') },
        reason: 'why not',
        reference: 'CASE-1',
        reviewAt: '2999-01-01T00:00:00Z',
      },
      PreviewHold: { target: { entityRef: refOf('other') } },
      ReviewHold: { reviewAt: '2999-01-01T00:00:00Z' },
      RequestErasure: {
        digest: `sha256:${'a'.repeat(64)}`,
        legalBasis: 'GDPR 17',
        reason: 'why not',
      },
      ListMirrorDue: { target: 'here', layout: '1' },
      ClaimMirrorSite: {
        target: 'here',
        layout: '1',
        entityRef: refOf('other'),
      },
      SettleMirrorClaim: { outcome: 'failed' },
      ResolveReferences: { references: [] },
    };
    const page = `releases/${second.releaseUid}`;
    const name = 'evidence-component-app';
    for (const who of [as.denied, as.stranger]) {
      const { body } = await api
        .post('/api/supply-chain/v1/references')
        .set('Authorization', who)
        .send({ references: [{ namespace: 'default', name, page }] });
      expect(body).toEqual({ items: [{ state: 'unknown' }] });
    }
    for (const [path, methods] of Object.entries(spec.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const { operationId } = operation as { operationId: string };
        const url = `/api/supply-chain${path.replace(
          /\{(\w+)\}/g,
          (_, parameter) => ids[parameter],
        )}${queries[operationId] ?? ''}`;
        const call = (header: string) => {
          const pending = method === 'post' ? api.post(url) : api.get(url);
          pending.set('Authorization', header);
          return method === 'post'
            ? pending.send(bodies[operationId] ?? { reason: 'why not' })
            : pending;
        };
        const statuses = {
          operationId,
          nobody: (await call(as.nobody)).status,
          denied: (await call(as.denied)).status,
          stranger: (await call(as.stranger)).status,
        };
        expect(statuses).toEqual({
          operationId,
          nobody: 401,
          denied: deniedStatus[operationId] ?? 403,
          stranger: strangerStatus[operationId] ?? 403,
        });
      }
    }
  });
});
