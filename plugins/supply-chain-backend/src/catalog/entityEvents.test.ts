import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MANY = 400;

function component(name: string, owner: string, uid: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', uid },
    spec: { type: 'service' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

it.each(databases.eachSupportedId())(
  'tells once what became of each entity, with two replicas, on %p',
  async id => {
    const knex = await databases.init(id);
    let entities: Entity[] = [];
    const replica = async () => {
      const side = await writeSideOf({
        workers: standInWorkers(),
        knex,
        config: { scope: [{ match: { kind: 'component' }, mode: 'observe' }] },
      });
      jest
        .spyOn(side.catalog, 'queryEntities')
        .mockImplementation(async () => ({
          items: entities,
          totalItems: entities.length,
          pageInfo: {},
        }));
      jest
        .spyOn(side.catalog, 'getEntitiesByRefs')
        .mockImplementation(async ({ entityRefs }) => ({
          items: entityRefs.map(() => undefined),
        }));
      return side.sync;
    };
    const replicas = [await replica(), await replica()];
    const both = () => Promise.all(replicas.map(sync => sync.run()));
    const all = (owner: string, uid: string) =>
      Array.from({ length: MANY }, (_, at) => component(`e${at}`, owner, uid));
    const told = async () => {
      const types: string[] = await knex('event')
        .where('type', 'like', 'entity-%')
        .pluck('type');
      const counts: Record<string, number> = {};
      for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
      return counts;
    };

    entities = all('group:default/red', 'one');
    await both();
    expect(await told()).toEqual({ 'entity-registered': MANY });

    entities = all('group:default/blue', 'one');
    await both();
    expect((await told())['entity-owner-changed']).toBe(MANY);

    entities = [];
    await both();
    await both();
    expect((await told())['entity-removed']).toBe(MANY);

    // All of them at once, under other uids
    entities = all('group:default/blue', 'two');
    await both();
    expect(await told()).toEqual({
      'entity-registered': MANY,
      'entity-owner-changed': MANY,
      'entity-removed': MANY,
      'entity-returned': MANY,
    });
    const leafOf = async (type: string) =>
      JSON.parse(String((await knex('event').where({ type }).first()).leaf));
    const { gone_at: goneAt } = await knex('subject').first();
    expect(goneAt).toBeNull();
    const removed = await leafOf('entity-removed');
    expect(removed).toMatchObject({ retention: 'newest-release-live-until' });
    expect(Date.parse(removed.liveUntil) - Date.parse(removed.at)).toBe(
      90 * 24 * 60 * 60 * 1000,
    );
    expect(await leafOf('entity-owner-changed')).toMatchObject({
      before: 'group:default/red',
      owner: 'group:default/blue',
      retention: 'unchanged',
    });
  },
);
