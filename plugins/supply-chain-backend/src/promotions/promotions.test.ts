import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { PROMOTED_ANNOTATION } from '@hotpass/backstage-plugin-supply-chain-common';
import { Readable } from 'node:stream';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { deleteOldGateAsks } from '../database/operations/gate/deleteOldGateAsks';
import { pipelineWorld, v1 } from '../pipelines/__testUtils__/pipelineWorld';
import { AUDIENCE, testIssuer } from '../pipelines/__testUtils__/testIssuer';
import { AnnotatedPromotions } from './AnnotatedPromotions';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const DAY = 24 * 60 * 60 * 1000;
const app = '/entities/component/default/app';

describe.each(databases.eachSupportedId())('promotions on %p', id => {
  let issuer: Awaited<ReturnType<typeof testIssuer>>;
  let world: Awaited<ReturnType<typeof pipelineWorld>>;

  const send = (version: string, names: string[], name = 'app') =>
    world.intake.submit({
      body: Readable.from([cycloneDx({ name, version }, names)]),
      entityRef: `component:default/${name}`,
      version,
      principal: { type: 'service', ref: 'test' },
      via: 'http',
    });

  beforeAll(async () => {
    issuer = await testIssuer();
    world = await pipelineWorld({
      knex: await databases.init(id),
      config: {
        stages: {
          staging: {},
          production: { mode: 'enforce' },
          soon: { enforceFrom: '2999-01-01' },
        },
        scope: [
          { match: { name: 'app' } },
          { match: { name: 'other' }, mode: 'enforce' },
        ],
      },
      pipelines: {
        audience: AUDIENCE,
        issuers: [{ issuer: issuer.url, provider: 'github' }],
        mappings: [
          {
            issuer: issuer.url,
            claims: { repository_id: 101 },
            entities: ['component:default/app'],
            channels: ['release', 'change'],
            actions: ['submit', 'read'],
          },
          {
            issuer: issuer.url,
            claims: { repository_id: 202 },
            entities: ['component:default/app'],
            actions: ['read'],
          },
        ],
      },
    });
    await send('1.0.0', ['good@1.0.0']);
    await send('1.1.0', ['bad@1.0.0']);
    await send('1.1.0', ['bad@1.0.0'], 'other');
  });

  afterAll(async () => {
    await world.close();
    issuer.close();
  });

  beforeEach(async () => {
    await world.knex('promotion').delete();
    await world.knex('gate_ask').delete();
    await world.knex('event').delete();
  });

  const person = mockCredentials.user.header('user:default/ada');
  const gate = async (release: string, stage?: string, entity = app) =>
    (
      await world.api
        .get(`${v1}${entity}/gate`)
        .query({ release, stage })
        .set('Authorization', person)
    ).body;
  const promote = (body: object, authorization = person, entity = app) =>
    world.api
      .post(`${v1}${entity}/promotions`)
      .set('Authorization', authorization)
      .send(body);
  const bearer = async (claims: object = {}) =>
    `Bearer ${await issuer.sign({ ...claims })}`;
  const causes = async () => {
    const { body } = await world.api
      .get(`${v1}/health/causes`)
      .set('Authorization', person);
    return body.items.filter(({ code }: any) => code.startsWith('promoted-'));
  };

  it('the gate answers a stage by the stricter of its mode and the entity’s', async () => {
    expect(await gate('1.1.0')).toMatchObject({
      answer: 'yes',
      observing: true,
      mode: 'observe',
      modeReason: 'The entity is not enforced',
    });
    expect(await gate('1.1.0', 'staging')).toMatchObject({
      answer: 'yes',
      observing: true,
      stage: 'staging',
      mode: 'observe',
    });
    expect(await gate('1.1.0', 'production')).toMatchObject({
      answer: 'no',
      observing: false,
      stage: 'production',
      mode: 'enforce',
      modeReason: "Stage 'production' is enforced",
      decision: { verdict: 'failed', mode: 'observe' },
    });
    expect(await gate('1.0.0', 'production')).toMatchObject({ answer: 'yes' });
    expect((await gate('1.1.0', 'soon')).reason).toMatch(
      /^Observing only, enforced from 2999-01-01\. /,
    );
    // No stage makes an enforced entity laxer
    const other = '/entities/component/default/other';
    for (const stage of ['staging', 'soon', undefined]) {
      expect(await gate('1.1.0', stage, other)).toMatchObject({
        answer: 'no',
        mode: 'enforce',
        modeReason: 'The entity is enforced',
      });
    }
    for (const stage of ['prod', 'constructor']) {
      const { error } = await gate('1.0.0', stage);
      expect(error.name).toBe('InputError');
      expect(error.message).toContain('staging, production, soon');
    }
  });

  it('records once who promoted what, when, and what the gate had said', async () => {
    await gate('1.0.0', 'production');
    const token = await bearer();
    const body = { release: '1.0.0', stage: 'production' };
    const first = await promote(body, token);
    expect(first.body.error).toBeUndefined();
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      entityRef: 'component:default/app',
      version: '1.0.0',
      channel: 'release',
      stage: 'production',
      by: { type: 'pipeline' },
      source: 'hotpass/portal @ Release',
      asked: { answer: 'yes', by: { type: 'user', ref: 'user:default/ada' } },
    });
    const again = await Promise.all([promote(body), promote(body)]);
    for (const answer of again) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(first.body);
    }
    const events = await world.knex('event');
    expect(events).toHaveLength(1);
    const leaf = JSON.parse(events[0].leaf.toString());
    expect(leaf).toMatchObject({
      type: 'release-promoted',
      stage: 'production',
      answer: 'yes',
    });
    expect(events[0].leaf.toString()).not.toMatch(/user:|github|hotpass/);
    expect(world.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'release-promote' }),
    );
    const stage = 'staging';
    const race = await Promise.all(
      [1, 2, 3].map(() => promote({ release: '1.0.0', stage })),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(await world.knex('promotion')).toHaveLength(2);
  });

  it('lets only those record it who may send for that channel', async () => {
    const body = { release: '1.0.0', stage: 'production' };
    const refused: [object, string, number, RegExp?][] = [
      [body, '', 401],
      [body, await bearer({ repository_id: '999' }), 403],
      [
        body,
        await bearer({ repository_id: '202' }),
        403,
        /not allow it to sub/,
      ],
      [body, await bearer({ event_name: 'pull_request' }), 403, /not prove/],
      [{ ...body, stage: 'prod' }, person, 400, /Unknown stage/],
      [{ ...body, release: '9.9.9' }, person, 404, /Nothing has been sent/],
      [{ ...body, channel: 'change' }, person, 404, /change '1.0.0'/],
      [{ release: '1.0.0' }, person, 400],
      [{ ...body, release: '1.0.0\0' }, person, 404],
      [{ ...body, by: 'me' }, person, 400],
    ];
    for (const [sent, authorization, status, message = /./] of refused) {
      const answer = await promote(sent, authorization);
      expect({ sent, status: answer.status }).toEqual({ sent, status });
      expect(answer.body.error.message).toMatch(message);
    }
    expect(await world.knex('promotion')).toEqual([]);
    expect(await world.knex('event')).toEqual([]);
  });

  it('pipeline health shows who did not ask, and who did not heed', async () => {
    // An answer for another stage, or for none, is none for this one
    await gate('1.0.0');
    await gate('1.0.0', 'staging');
    await promote({ release: '1.0.0', stage: 'production' });
    expect(await causes()).toMatchObject([
      {
        code: 'promoted-without-asking',
        title: 'Promoted without an answer of the gate',
        entities: [{ entityRef: 'component:default/app', version: '1.0.0' }],
        remedy: expect.stringContaining('gate --stage production'),
        arrivals: { entity: 'component:default/app' },
        lastPromotion: {
          version: '1.0.0',
          stage: 'production',
          by: { type: 'user', ref: 'user:default/ada' },
        },
      },
    ]);
    // Asking afterwards mends nothing
    await gate('1.0.0', 'production');
    expect(await causes()).toHaveLength(1);

    await gate('1.1.0', 'production');
    await promote({ release: '1.1.0', stage: 'production' });
    expect((await causes()).map(({ code }: any) => code).sort()).toEqual([
      'promoted-despite-no',
      'promoted-without-asking',
    ]);
    // What is promoted by the rules later shows that it is mended
    await send('1.2.0', ['good@1.0.0']);
    await gate('1.2.0', 'production');
    await promote({ release: '1.2.0', stage: 'production' });
    expect(await causes()).toEqual([]);

    await world.knex('promotion').where({ answer: 'yes' }).delete();
    expect(await causes()).toHaveLength(2);
    const old = { promoted_at: Date.now() - 30 * DAY - 1 };
    await world.knex('promotion').update(old);
    expect(await causes()).toEqual([]);
  });

  it('remembers answers for three months, and questions without evidence for a week', async () => {
    const { knex } = world;
    await gate('1.0.0', 'production');
    await gate('1.0.0', 'production');
    await gate('never-sent');
    expect(await knex('gate_ask').orderBy('id')).toMatchObject([
      { version: '1.0.0', stage: 'production', answer: 'yes' },
      { version: 'never-sent', stage: '', answer: 'unknown' },
    ]);
    const now = Date.now();
    expect(await deleteOldGateAsks({ tx: knex, now: now + 8 * DAY })).toBe(1);
    expect(await deleteOldGateAsks({ tx: knex, now: now + 91 * DAY })).toBe(1);
  });

  it('takes promotions from the catalog when it first sees them', async () => {
    const promoted = new AnnotatedPromotions({
      database: world.database,
      stages: world.config.stages,
      promotions: world.promotions,
      logger: world.logger,
    });
    const follow = (annotation: string) =>
      promoted.follow({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'app',
          annotations: { [PROMOTED_ANNOTATION]: annotation },
        },
      });
    await gate('1.1.0', 'production');
    const said =
      'production=1.1.0, staging = 1.0.0,elsewhere=1.0.0,=,staging=5.0.0,x';
    await follow(said);
    await follow(said);
    const rows = await world.knex('promotion').orderBy('stage');
    expect(rows).toMatchObject([
      {
        stage: 'production',
        answer: 'no',
        principal_type: 'service',
        principal_ref: 'catalog',
      },
      { stage: 'staging', answer: null },
    ]);
    expect(await world.knex('event')).toHaveLength(2);
    expect(await causes()).toHaveLength(2);

    // What is told before its evidence comes is recorded then, and asked for once
    const find = jest.spyOn(world.promotions, 'record');
    const early = 'staging=6.0.0,staging=half\0';
    await follow(early);
    expect(find).not.toHaveBeenCalled();
    await send('6.0.0', ['good@1.0.0']);
    await follow(early);
    await follow('staging=6.0.0');
    expect(find).toHaveBeenCalledTimes(1);
    const queries = jest.fn();
    world.knex.on('query', queries);
    await follow('staging=6.0.0');
    world.knex.removeListener('query', queries);
    expect(queries).not.toHaveBeenCalled();
    expect(world.logger.warn).not.toHaveBeenCalled();
  });
});
