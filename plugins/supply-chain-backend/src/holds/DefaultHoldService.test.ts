import { TestDatabases } from '@backstage/backend-test-utils';
import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { keepWorld, someone } from '../__testUtils__/keepWorld';
import { GrantedList } from '../authorization';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

it.each(databases.eachSupportedId())(
  'lists no hold on a single entity that is hidden from the caller on %p',
  async id => {
    const world = await keepWorld({ knex: await databases.init(id) });
    await world.send('app', '1.0.0', 1);
    await world.send('other', '1.0.0', 2);
    const releases = await world.knex('release').orderBy('id');
    const place = (target: HoldTarget) =>
      world.holds.place({
        target,
        reason: 'A dispute',
        reference: 'CASE-1',
        reviewAt: new Date('2999-01-01'),
        principal: someone('ada'),
      });
    await place({ entityRef: 'component:default/app' });
    await place({ releaseId: releases[0].uid });
    const shown = [
      await place({ entityRef: 'component:default/other' }),
      await place({ releaseId: releases[1].uid }),
      await place({ query: { entities: 'component:*/*' } }),
    ];
    // Of the entity that is hidden, but a digest may be another one's as well
    const { sha256 } = await world.knex('evidence').orderBy('id').first();
    shown.push(await place({ digest: `sha256:${sha256}` }));
    const listFor = (hides: string[]) =>
      world.holds.list(
        {
          hidden: async (refs: string[]) =>
            new Set(refs.filter(ref => hides.includes(ref))),
        } as unknown as GrantedList,
        {},
      );
    expect(await listFor([])).toHaveLength(6);
    expect(
      (await listFor(['component:default/app'])).map(hold => hold.id),
    ).toEqual(shown.reverse().map(hold => hold.id));
    const [digest] = await listFor([]);
    expect(digest.about).toEqual({
      entityRef: 'component:default/app',
      releaseId: releases[0].uid,
      version: '1.0.0',
      kind: 'sbom',
    });
    const [unnamed] = await listFor(['component:default/app']);
    expect(unnamed).toMatchObject({ id: digest.id, target: digest.target });
    expect(unnamed.about).toBeUndefined();
    await world.workers.close();
  },
);
