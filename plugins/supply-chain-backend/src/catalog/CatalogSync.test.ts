import { TestDatabases } from '@backstage/backend-test-utils';
import { Readable } from 'node:stream';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('states on %p', databaseId => {
  it('follows the catalog, new violations, tags and modes', async () => {
    const knex = await databases.init(databaseId);
    const { sync, intake, catalog } = await writeSideOf({
      workers: standInWorkers(),
      knex,
      entities: ['app', 'other'],
      config: { scope: [{ match: { name: 'a*' }, mode: 'enforce' }] },
    });
    const subject = () => knex('subject').where({ name: 'app' }).first();
    const send = (version: string, names: string[], entity = 'app') =>
      intake.submit({
        body: Readable.from([cycloneDx({ name: entity, version }, names)]),
        entityRef: `component:default/${entity}`,
        version,
        principal: { type: 'user', ref: 'user:default/ann' },
        via: 'page',
      });

    await sync.run();
    expect(await knex('subject').select('name', 'state', 'owner_ref')).toEqual([
      { name: 'app', state: 'not-known', owner_ref: null },
    ]);
    expect(JSON.parse((await subject()).dots)).toMatchObject([
      { kind: 'sbom', state: 'missing' },
      { kind: 'provenance', state: 'missing' },
    ]);

    await send('1.0.0', ['good@1.0.0']);
    expect(await subject()).toMatchObject({ state: 'can-ship' });
    await send('1.1.0', ['good@1.0.0', 'bad@1.0.0']);
    const broken = await subject();
    expect(broken).toMatchObject({
      state: 'cannot-ship',
      first_reason: 'bad is bad',
      more_reasons: 0,
    });
    expect(Boolean(broken.newly_broken)).toBe(true);
    const decision = await knex('decision').orderBy('id', 'desc').first();
    expect(JSON.parse(decision.rules)[0]).toMatchObject({
      isNew: true,
      hits: [{ isNew: true, path: ['app', 'bad'] }],
    });
    // The same trouble at another version is not new
    await send('1.2.0', ['good@1.0.0', 'bad@1.1.0']);
    expect(Boolean((await subject()).newly_broken)).toBe(false);

    await send('1.0.0', ['good@1.0.0'], 'other');
    expect(
      await knex('subject').where({ name: 'other' }).first(),
    ).toMatchObject({
      state: 'not-in-scope',
    });

    const withTag = jest.spyOn(catalog, 'queryEntities').mockResolvedValue({
      items: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'app',
            namespace: 'default',
            annotations: { 'supply-chain.hotpass.io/latest-release': 'v2.0.0' },
          },
          relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
        },
      ],
      totalItems: 1,
      pageInfo: {},
    });
    await sync.run();
    expect(await subject()).toMatchObject({
      state: 'out-of-date',
      owner_ref: 'group:default/team',
    });
    await send('2.0.0', ['good@1.0.0']);
    expect(await subject()).toMatchObject({ state: 'can-ship' });

    // A catalog that does not answer says nothing about what is gone
    withTag.mockRejectedValueOnce(new Error('down'));
    await expect(sync.run()).rejects.toThrow('The catalog was not read');
    expect((await subject()).gone_at).toBeNull();

    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockResolvedValue({ items: [undefined] });
    withTag.mockResolvedValue({ items: [], totalItems: 0, pageInfo: {} });
    await sync.run();
    expect(await subject()).toMatchObject({
      owner_ref: 'group:default/team',
      state: 'can-ship',
    });
    expect((await subject()).gone_at).not.toBeNull();
  });
});
