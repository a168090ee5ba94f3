import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { documentOf, DAY } from '../__testUtils__/keepWorld';
import { pipelineWorld, v1 } from '../pipelines/__testUtils__/pipelineWorld';
import { AUDIENCE, testIssuer } from '../pipelines/__testUtils__/testIssuer';
import { replayTombstones } from './tombstones/replayTombstones';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const app = '/entities/component/default/app';

describe.each(databases.eachSupportedId())('keeping over HTTP on %p', id => {
  let issuer: Awaited<ReturnType<typeof testIssuer>>;
  let world: Awaited<ReturnType<typeof pipelineWorld>>;

  beforeAll(async () => {
    issuer = await testIssuer();
    world = await pipelineWorld({
      knex: await databases.init(id),
      config: { stages: { production: {} } },
      pipelines: {
        audience: AUDIENCE,
        issuers: [{ issuer: issuer.url, provider: 'github' }],
        mappings: [],
      },
    });
  });

  afterAll(async () => {
    await world.close();
    issuer.close();
  });

  const as = (name: string) =>
    mockCredentials.user.header(`user:default/${name}`);
  const get = async (path: string, who = 'ada') => {
    const { body } = await world.api
      .get(`${v1}${path}`)
      .set('Authorization', as(who));
    expect(body.error).toBeUndefined();
    return body;
  };
  const post = (path: string, body: object, who = 'ada') =>
    world.api.post(`${v1}${path}`).set('Authorization', as(who)).send(body);
  const send = async (document: number, version: string) => {
    const { body } = await world.api
      .post(`${v1}/artifacts`)
      .query({ entity: 'component:default/app', release: version })
      .set('Authorization', as('ada'))
      .set('Content-Type', 'application/octet-stream')
      .send(documentOf(document));
    expect(body.error).toBeUndefined();
    return body;
  };
  const files = async (): Promise<string[]> =>
    (await readdir(world.directory, { recursive: true })).filter(name =>
      name.endsWith('.zst'),
    );

  it('tells until when evidence is kept and by which rule, and who read it', async () => {
    const { release } = await send(1, '1.0.0');
    const path = `${app}/releases/${release.id}/evidence`;
    const { items } = await get(path);
    expect(items[0]).toMatchObject({
      kept: {
        rule: 'default',
        open: false,
        live: true,
        held: false,
        state: 'kept',
        obligations: [{ class: 'default', start: 'receipt', minimumDays: 365 }],
      },
      integrity: { state: 'sound' },
    });
    expect(items[0].kept.until).toBe(items[0].retainUntil);
    await world.api
      .get(`${v1}${path}/${items[0].id}/content`)
      .set('Authorization', as('bob'))
      .expect(200);
    const accesses = await get('/accesses?entity=component:default/app');
    expect(accesses.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'download',
          by: { type: 'user', ref: 'user:default/bob' },
          evidenceId: items[0].id,
          kind: 'sbom',
          version: '1.0.0',
        }),
        expect.objectContaining({
          action: 'read',
          by: { type: 'user', ref: 'user:default/ada' },
        }),
      ]),
    );
  });

  it('records promotion, retirement and promotion again', async () => {
    await send(2, '1.1.0');
    const body = { release: '1.0.0', stage: 'production' };
    expect((await post(`${app}/retirements`, body)).status).toBe(409);
    expect((await post(`${app}/promotions`, body)).status).toBe(201);
    const live = async () =>
      (await get(`${app}/live`)).items.map((item: any) => [
        item.version,
        item.newest,
        item.stages.length,
      ]);
    expect(await live()).toEqual([
      ['1.1.0', true, 0],
      ['1.0.0', false, 1],
    ]);
    const retired = await post(`${app}/retirements`, {
      ...body,
      supportUntil: '2031-12-31T00:00:00Z',
    });
    expect(retired.status).toBe(201);
    expect(retired.body).toMatchObject({ live: false, stage: 'production' });
    expect((await post(`${app}/retirements`, body)).status).toBe(200);
    expect(await live()).toEqual([['1.1.0', true, 0]]);
    expect((await post(`${app}/promotions`, body)).status).toBe(200);
    expect(await live()).toHaveLength(2);
    await post(`${app}/retirements`, body);
  });

  it.each([
    ['2020-01-01T00:00:00Z', 'is over'],
    ['2031-02-31T00:00:00Z', ''],
    ['soon', ''],
  ])('refuses %s as an end of support', async (supportUntil, why) => {
    const body = { release: '1.0.0', supportUntil };
    const refused = await post(`${app}/retirements`, body);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('supportUntil');
    expect(refused.body.error.message).toContain(why);
  });

  it('tells where links to evidence lead, and lists the dead ones of docs', async () => {
    const page = `evidence/${'0'.repeat(64)}`;
    const name = 'evidence-component-app';
    const reference = { namespace: 'default', name, page };
    const { body } = await post('/references', {
      references: [reference, { ...reference, page: '' }],
    });
    const entityRef = 'component:default/app';
    expect(body.items).toEqual([
      { state: 'dead', cause: 'unknown', entityRef },
      { state: 'found', entityRef },
    ]);
    expect((await post('/references', { references: [{}] })).status).toBe(400);
    const docs = { entity_ref: 'component:default/other' };
    await world
      .knex('docs_site')
      .insert({ ...docs, state: 'read', looked_at: Date.now() });
    await world
      .knex('docs_reference')
      .insert({ ...docs, ...reference, file: 'index.html' });
    expect(await get('/retention/dead-references')).toMatchObject({
      items: [{ docsEntityRef: docs.entity_ref, reference, entityRef }],
      docs: { read: 1, unpublished: 0, unreadable: [] },
    });
  });

  it('answers overview, preview, classes, runs, holds and what is missing', async () => {
    const hold = await post('/holds', {
      target: { query: { entities: 'component:*/app', kinds: ['sbom'] } },
      reason: 'A dispute',
      reference: 'CASE-1',
      reviewAt: '2999-01-01T00:00:00Z',
    });
    expect(hold.status).toBe(201);
    expect(hold.body.covers.evidence).toBe(2);
    await world.keeping.task.run();
    expect(await get('/retention/overview')).toMatchObject({
      totals: { evidence: 2, live: 1, held: 2 },
      classes: [{ name: 'default', evidence: 2 }],
      holds: { active: 1 },
      runs: [{ outcome: 'done' }],
      clock: { state: 'fine' },
    });
    const preview = await get('/retention/expiring?days=400&limit=1');
    expect(preview.items).toMatchObject([{ held: true, state: 'kept' }]);
    const next = await get(
      `/retention/expiring?days=400&limit=1&cursor=${preview.nextCursor}`,
    );
    expect(next.items[0].evidenceId).not.toBe(preview.items[0].evidenceId);
    expect((await get('/retention/classes')).effective).toMatchObject([
      { name: 'default', version: 1, source: 'config' },
    ]);
    expect((await get('/retention/missing')).items).toMatchObject([
      { entityRef: 'component:default/other', level: 'required' },
      { entityRef: 'component:default/app', level: 'wanted' },
    ]);
    expect((await get('/retention/runs')).items).toHaveLength(1);
    expect((await get('/retention/proposals')).items).toEqual([]);
    const lift = `/holds/${hold.body.id}/lift`;
    expect((await post(lift, { reason: 'over' })).status).toBe(403);
    expect((await post(lift, { reason: 'over' }, 'bob')).status).toBe(200);
    expect((await get('/holds?active=true')).items).toEqual([]);
    const bad = [
      [{ entityRef: 'component:default/nobody' }, 400],
      [{ releaseId: 'none' }, 400],
      [{ digest: 'sha256:12' }, 400],
      [{ query: {} }, 400],
      [{}, 400],
    ] as const;
    for (const [target, status] of bad) {
      const order = { target, reason: 'why', reference: 'x' };
      const reviewAt = '2999-01-01T00:00:00Z';
      const answer = await post('/holds', { ...order, reviewAt });
      expect({ target, status: answer.status }).toEqual({ target, status });
    }
  });

  it('has corrupt bytes judged, and takes only the same bytes back', async () => {
    const { evidence, release } = await send(3, '2.0.0');
    const sha256 = evidence.digest.slice('sha256:'.length);
    const file = (await files()).find(name => name.includes(sha256))!;
    await writeFile(
      join(world.directory, file),
      zstdCompressSync(Buffer.from('{"bomFormat":"CycloneDX"}')),
    );
    await world.knex('artifact').update({ created_at: 0 });
    const judge = jest.spyOn(world.workers, 'judge');
    await world.keeping.scrub.run();
    await world.queue.judgeAll();
    // The rule itself is tried with the policy's own tests
    const facts = JSON.parse(Buffer.from(judge.mock.calls[0][0]).toString());
    expect(facts.evidence).toMatchObject([{ integrity: 'corrupt' }]);
    judge.mockRestore();
    const [alarm] = (await get('/retention/alarms?open=true')).items;
    expect(alarm).toMatchObject({ kind: 'corrupt', digest: evidence.digest });
    const path = `${app}/releases/${release.id}/evidence`;
    const content = `${v1}${path}/${evidence.id}/content`;
    const download = () =>
      world.api.get(content).set('Authorization', as('ada'));
    expect((await download()).status).toBe(409);
    expect((await get(path)).items[0].integrity.state).toBe('corrupt');
    const confirm = `/retention/alarms/${alarm.id}/confirm`;
    expect((await post(confirm, { reason: 'fine' })).status).toBe(409);
    // A file that is right again by itself is no repair that anybody vouches for
    const restore = (bytes: Buffer) =>
      world.api
        .post(`${v1}/retention/artifacts/${evidence.digest}/restore`)
        .set('Authorization', as('ada'))
        .set('Content-Type', 'application/octet-stream')
        .send(bytes);
    expect((await restore(documentOf(9))).status).toBe(400);
    const restored = await restore(documentOf(3));
    expect(restored.body).toMatchObject({ integrity: { state: 'sound' } });
    expect((await restore(documentOf(3))).status).toBe(409);
    expect((await download()).status).toBe(200);
    expect((await get('/retention/alarms?open=true')).items).toEqual([]);
  });

  it('finds missing and stray bytes, and discards a stray only when told', async () => {
    const stray = 'ab'.repeat(32);
    const { key } = await world.store.put({
      sha256: stray,
      path: __filename,
    });
    const old = new Date(Date.now() - 2 * DAY);
    await utimes(join(world.directory, key), old, old);
    const { evidence } = await send(4, '2.1.0');
    const sha256 = evidence.digest.slice('sha256:'.length);
    const file = (await files()).find(name => name.includes(sha256))!;
    await rm(join(world.directory, file));
    await world.knex('artifact').update({ created_at: 0, checked_at: null });
    await world.knex('retention_state').update({ swept_at: null });
    await world.keeping.scrub.run();
    const { items } = await get('/retention/alarms?open=true');
    expect(items.map(({ kind }: any) => kind).sort()).toEqual([
      'missing',
      'stray',
    ]);
    expect(await world.store.has(stray)).toBe(true);
    const { id: alarm } = items.find(({ kind }: any) => kind === 'stray');
    const reason = 'Left by a crash';
    const confirmed = await post(`/retention/alarms/${alarm}/confirm`, {
      reason,
    });
    expect(confirmed.body).toMatchObject({
      confirmedBy: { ref: 'user:default/ada' },
    });
    expect(await world.store.has(stray)).toBe(false);
  });

  it('erases by two people, refuses the bytes afterwards, and replays it after a restore', async () => {
    const { evidence } = await send(5, '3.0.0');
    const { digest } = evidence;
    const backup = {
      evidence: await world
        .knex('evidence')
        .where({ uid: evidence.id })
        .first(),
      artifact: await world
        .knex('artifact')
        .where({
          sha256: digest.slice('sha256:'.length),
        })
        .first(),
      reading: undefined as any,
    };
    backup.reading = await world
      .knex('reading')
      .where({ id: backup.evidence.reading_id })
      .first();
    const asked = await post('/erasures', {
      digest,
      legalBasis: 'GDPR 17',
      reason: 'A name in it',
    });
    expect(asked.status).toBe(201);
    const approve = `/erasures/${asked.body.id}/approve`;
    expect((await post(approve, { reason: 'yes' })).status).toBe(403);
    const done = await post(approve, { reason: 'yes' }, 'bob');
    expect(done.body).toMatchObject({ state: 'done', placements: 1 });
    const { items, present } = await get(
      `/retention/tombstones?digest=${digest}`,
    );
    expect(present).toEqual([]);
    expect(items).toEqual([
      {
        id: expect.any(String),
        digest,
        deletedAt: expect.any(String),
        deletedBy: `erasure:${asked.body.id}`,
        rule: 'erasure',
        bytes: 'gone',
      },
    ]);
    const again = await world.api
      .post(`${v1}/artifacts`)
      .query({ entity: 'component:default/app', release: '3.0.1' })
      .set('Authorization', as('ada'))
      .set('Content-Type', 'application/octet-stream')
      .send(documentOf(5));
    expect(again.body.error).toMatchObject({ code: 'evidence-erased' });

    // As a backup from before would have it
    await world.knex('tombstone').delete();
    await world.knex('artifact').insert(backup.artifact);
    await world.knex('reading').insert(backup.reading);
    await world.knex('evidence').insert(backup.evidence);
    expect(await get('/retention/restore-check')).toMatchObject({
      journalled: 1,
      returned: 1,
    });
    const { database, keeping } = world;
    const now = Date.now();
    await replayTombstones({ database, journal: keeping.journal, now });
    expect(await world.knex('evidence').where({ uid: evidence.id })).toEqual(
      [],
    );
    const replayed = await get(`/retention/tombstones?digest=${digest}`);
    expect(replayed.items[0]).toMatchObject({
      deletedBy: `erasure:${asked.body.id}`,
    });
    expect(await get('/retention/restore-check')).toMatchObject({
      returned: 0,
      replayed: 1,
    });
    await replayTombstones({ database, journal: keeping.journal, now });
    expect(await world.knex('tombstone')).toHaveLength(1);
  });
});
