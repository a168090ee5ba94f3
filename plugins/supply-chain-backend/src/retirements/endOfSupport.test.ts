import { TestDatabases } from '@backstage/backend-test-utils';
import { DAY, keepWorld, someone } from '../__testUtils__/keepWorld';
import { endOfSupport } from './endOfSupport';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const NOW = Date.parse('2027-01-01T00:00:00Z');

describe('endOfSupport', () => {
  it('takes what is to come, with or without a time', () => {
    expect(endOfSupport('2031-12-31', NOW)).toBe(Date.UTC(2031, 11, 31));
    expect(endOfSupport('2031-12-31T00:00:00+02:00', NOW)).toBe(
      Date.UTC(2031, 11, 30, 22),
    );
  });

  it.each(['2031-02-31', '2031-13-01', 'soon', ''])(
    'says that %j is no date',
    text => {
      expect(() => endOfSupport(text, NOW)).toThrow(
        `supportUntil: '${text}' is no date; write 2031-12-31T00:00:00Z`,
      );
    },
  );

  it('refuses what is over, to the moment', () => {
    expect(() => endOfSupport('2027-01-01T00:00:00Z', NOW)).toThrow('is over');
    expect(endOfSupport('2027-01-01T00:00:00.001Z', NOW)).toBe(NOW + 1);
  });
});

it.each(databases.eachSupportedId())(
  'never shortens what is promised until the end of support on %p',
  async id => {
    const world = await keepWorld({
      knex: await databases.init(id),
      retention: {
        default: { days: 30 },
        classes: [
          { name: 'support', start: 'end-of-support', minimum: { days: 0 } },
        ],
      },
    });
    jest.spyOn(Date, 'now').mockImplementation(() => NOW);
    await world.send('app', '1.0.0', 1);
    const retire = (supportUntil: string) =>
      world.retirements.record({
        entityRef: 'component:default/app',
        version: '1.0.0',
        channel: 'release',
        supportUntil,
        principal: someone('ada'),
      });
    const kept = async () => {
      const [{ kept_open: open, expires_at: at }] = await world.knex(
        'evidence',
      );
      return { open: Boolean(open), until: Number(at) };
    };
    const openEnded = { open: true, until: NOW + 30 * DAY };
    expect(await kept()).toEqual(openEnded);
    await expect(retire('2020-01-01')).rejects.toThrow('is over');
    expect(await kept()).toEqual(openEnded);
    // A refused statement retires nothing either
    expect(await world.knex('retirement')).toEqual([]);

    const { retirement } = await retire('2031-12-31');
    expect(retirement.supportUntil).toBe('2031-12-31T00:00:00.000Z');
    const until = Date.UTC(2031, 11, 31);
    expect(await kept()).toEqual({ open: false, until });
    // Earlier than stated before: the answer says what holds
    const earlier = await retire('2028-01-01');
    expect(earlier.retirement.supportUntil).toBe('2031-12-31T00:00:00.000Z');
    expect(await kept()).toEqual({ open: false, until });
    await retire('2040-01-01');
    expect(await kept()).toEqual({ open: false, until: Date.UTC(2040, 0, 1) });
    jest.restoreAllMocks();
  },
);
