import { TestDatabases } from '@backstage/backend-test-utils';
import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { keepWorld, someone } from '../__testUtils__/keepWorld';
import { GrantedList } from '../authorization';
import { AuditedHoldService } from './AuditedHoldService';

jest.setTimeout(120_000);

const without = (hides: string[]) =>
  ({
    hidden: async (refs: string[]) =>
      new Set(refs.filter(ref => hides.includes(ref))),
  } as unknown as GrantedList);

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
    const listFor = (hides: string[]) => world.holds.list(without(hides), {});
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

it.each(databases.eachSupportedId())(
  'tells of what would be covered only what the caller may see, and who looked, on %p',
  async id => {
    const world = await keepWorld({ knex: await databases.init(id) });
    await world.send('app', '1.0.0', 1);
    const hidden = await world.send('other', '1.0.0', 1);
    await world.send('other', '2.0.0', 2);
    const { holds: inner, audit, auditor } = world;
    const holds = new AuditedHoldService({ holds: inner, audit });
    const principal = someone('ada');
    const look = (target: HoldTarget, hides = ['component:default/other']) =>
      holds.preview(without(hides), { target, principal });
    const everything = { query: { entities: 'component:*/*' } };
    const { covers: all } = await look(everything, []);
    expect(all).toMatchObject({ entities: 2, releases: 3, evidence: 3 });

    const { covers, entities } = await look(everything);
    expect(covers).toMatchObject({ entities: 1, releases: 1, evidence: 1 });
    expect(covers.bytes).toBeLessThan(all.bytes / 2);
    expect(entities).toHaveLength(1);
    // Both have these bytes
    const [shared, own] = await world.knex('artifact').orderBy('size');
    const digests = [shared, own].map(row => `sha256:${row.sha256}`);
    const counts = await Promise.all(
      digests.map(async digest => (await look({ digest })).covers.evidence),
    );
    expect(counts.sort()).toEqual([0, 1]);
    const unknown = `sha256:${'0'.repeat(64)}`;
    expect(await look({ digest: unknown })).toEqual({
      covers: { entities: 0, releases: 0, evidence: 0, bytes: 0 },
      entities: [],
    });

    await expect(
      look({ entityRef: 'component:default/other' }),
    ).rejects.toThrow(
      "Nothing is known of an entity 'component:default/other'",
    );
    await expect(look({ releaseId: hidden.releaseUid! })).rejects.toThrow(
      `There is no release '${hidden.releaseUid}'`,
    );
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'hold-preview',
        meta: {
          target: JSON.stringify({ releaseId: hidden.releaseUid }),
          principal: principal.ref,
        },
      }),
    );
    await world.workers.close();
  },
);
