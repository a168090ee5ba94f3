import { TestDatabases } from '@backstage/backend-test-utils';
import { DAY, keepWorld } from '../../__testUtils__/keepWorld';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

it.each(databases.eachSupportedId())(
  'two replicas that run at the same time do everything once on %p',
  async id => {
    const knex = await databases.init(id);
    const world = await keepWorld({
      knex,
      retention: { default: { days: 1 }, run: { grace: { days: 1 } } },
    });
    // Another process: its own task over the same database, store and journal
    const other = world.withConfig({
      default: { days: 1 },
      run: { grace: { days: 1 } },
    });
    let now = Date.parse('2027-01-01T00:00:00Z');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    for (let document = 1; document <= 24; document += 1) {
      await world.send('app', `${document}.0`, document);
      now += 1000;
    }
    const both = async () => {
      // Without the turn, which only spares the work
      const free = setInterval(
        () =>
          knex('retention_state')
            .update({ lease_until: null })
            .catch(() => {}),
        1,
      );
      await Promise.all([world.task.run(), other.task.run()]);
      clearInterval(free);
    };
    for (let day = 0; day < 5; day += 1) {
      now += DAY;
      await both();
    }
    jest.restoreAllMocks();
    expect(await knex('evidence')).toHaveLength(1);
    expect(await knex('tombstone')).toHaveLength(23);
    const events = await knex('event').where({ type: 'evidence-deleted' });
    expect(events).toHaveLength(23);
    const marks = await knex('event').where({ type: 'evidence-marked' });
    expect(marks).toHaveLength(23);
    expect(await knex('artifact')).toHaveLength(1);
  },
);
