import { Readable } from 'node:stream';
import { Entity } from '@backstage/catalog-model';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createEvidenceWorkers,
  EvidenceWorkers,
} from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { writeSideOf } from '../__testUtils__/writeSide';
import {
  aSigner,
  provenance,
  TestSigner,
  trusting,
} from './__testUtils__/signing';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const HERE = 'https://git.example/acme/app/tree/main/catalog-info.yaml';
const THERE = 'https://git.example/mallory/app/tree/main/catalog-info.yaml';
const entityRef = 'component:default/app';
const principal = { type: 'user' as const, ref: 'user:default/sam' };

function entity(source: string, uid: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'app',
      namespace: 'default',
      uid,
      annotations: {
        'backstage.io/managed-by-location': `url:${source}`,
      },
    },
    spec: { type: 'service' },
  };
}

describe.each(databases.eachSupportedId())('held trust on %p', id => {
  let knex: Knex;
  let workers: EvidenceWorkers;
  let ci: TestSigner;
  /** What the catalog has. */
  let seen: Entity | undefined;
  let side: Awaited<ReturnType<typeof writeSideOf>>;

  beforeAll(async () => {
    workers = createEvidenceWorkers();
    ci = await aSigner('ci');
  });
  afterAll(() => workers.close());
  beforeEach(async () => {
    knex = await databases.init(id);
    side = await writeSideOf({
      knex,
      workers,
      config: { trust: trusting([ci]) },
    });
    seen = entity(HERE, 'one');
    jest.spyOn(side.catalog, 'queryEntities').mockImplementation(async () => ({
      items: seen ? [seen] : [],
      totalItems: 1,
      pageInfo: {},
    }));
    jest
      .spyOn(side.catalog, 'getEntitiesByRefs')
      .mockImplementation(async () => ({ items: [seen] }));
    jest
      .spyOn(side.catalog, 'getEntityByRef')
      .mockImplementation(async () => seen);
    await side.sync.run();
  });

  const send = (bytes: Uint8Array, version = '1.0.0') =>
    side.intake.submit({
      body: Readable.from([bytes]),
      entityRef,
      version,
      principal: { type: 'service', ref: 'external:ci' },
      via: 'http',
    });
  const syncAndJudge = async () => {
    await side.sync.run();
    await side.queue.judgeAll();
  };
  const levels = async () => {
    await side.queue.judgeAll();
    const rows = await knex('release').orderBy('id').select('trust');
    return rows.map(row => JSON.parse(row.trust).buildLevel);
  };
  const subject = () => knex('subject').first();
  const held = async () => (await subject()).trust_held_reason as string | null;
  const audited = () =>
    side.auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId);
  const confirm = (source: string) =>
    side.trust.confirm({
      entityRef,
      source: `url:${source}`,
      reason: 'the team moved its repository',
      principal,
    });

  it('waits for a person when the source of something trusted changes', async () => {
    await send(ci.sign(provenance(['a'])));
    await send(ci.sign(provenance(['b'])), '1.1.0');
    expect(await levels()).toEqual([2, 2]);

    seen = entity(THERE, 'one');
    await syncAndJudge();
    expect(await held()).toBe(
      `Its source location was 'url:${HERE}' and is 'url:${THERE}' now.`,
    );
    expect(await levels()).toEqual([0, 0]);
    expect(await knex('evidence').whereNotNull('trust_line')).toEqual([]);
    expect(audited()).toContain('trust-hold');
    // What comes meanwhile is not trusted either
    await send(ci.sign(provenance(['c'])), '1.2.0');
    expect(await levels()).toEqual([0, 0, 0]);
    // Seeing it again neither ends nor repeats it
    await syncAndJudge();
    expect(await knex('trust_hold')).toHaveLength(1);

    // It moved on after the person looked
    await expect(confirm(HERE)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('look at it again'),
    });
    expect(await levels()).toEqual([0, 0, 0]);
    await confirm(THERE);
    expect(await levels()).toEqual([2, 2, 2]);
    expect(await subject()).toMatchObject({
      trust_held_since: null,
      confirmed_source: `url:${THERE}`,
    });
    const [row] = await knex('trust_hold');
    expect(row).toMatchObject({
      confirmed_by: principal.ref,
      confirmed_reason: 'the team moved its repository',
    });
    const events = await knex('event')
      .where('type', 'like', 'trust-%')
      .whereNotNull('subject_id')
      .orderBy('id');
    expect(events.map(({ type }) => type)).toEqual([
      'trust-held',
      'trust-confirmed',
    ]);
    // Leaves name no person
    expect(events[1].leaf.toString()).not.toContain('sam');
    expect(audited()).toContain('trust-confirm');
    await expect(confirm(THERE)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it.each<[string, () => Promise<void>]>([
    [
      'The entity was registered again.',
      async () => {
        seen = entity(HERE, 'two');
      },
    ],
    [
      'The entity left the catalog and came back.',
      async () => {
        seen = undefined;
        await side.sync.run();
        seen = entity(HERE, 'one');
      },
    ],
  ])('waits for a person: %s', async (reason, change) => {
    await send(ci.sign(provenance(['a'])));
    await change();
    await syncAndJudge();
    expect(await held()).toBe(reason);
    expect(await levels()).toEqual([0]);
    await confirm(HERE);
    expect(await levels()).toEqual([2]);
    await syncAndJudge();
    expect(await held()).toBeNull();
  });

  it('sees that it left while the catalog was read, and audits that, too', async () => {
    await send(ci.sign(provenance(['a'])));
    const back = entity(HERE, 'one');
    back.metadata.tags = ['changed'];
    jest
      .spyOn(side.catalog, 'queryEntities')
      .mockImplementationOnce(async () => {
        // As another replica writes it
        await knex('subject').update({ gone_at: Date.now() });
        return { items: [back], totalItems: 1, pageInfo: {} };
      });
    await syncAndJudge();
    expect(await held()).toBe('The entity left the catalog and came back.');
    expect(await levels()).toEqual([0]);
    expect(audited().filter(one => one === 'trust-hold')).toHaveLength(1);
  });

  it('stays held when everything is as it was again', async () => {
    await send(ci.sign(provenance(['a'])));
    seen = entity(THERE, 'one');
    await syncAndJudge();
    seen = entity(HERE, 'one');
    await syncAndJudge();
    expect(await levels()).toEqual([0]);
    await confirm(HERE);
    expect(await levels()).toEqual([2]);
  });

  it('takes a change as it is where nothing was trusted', async () => {
    await send(provenance(['a']));
    seen = entity(THERE, 'two');
    await syncAndJudge();
    expect(await subject()).toMatchObject({
      trust_held_since: null,
      confirmed_source: `url:${THERE}`,
      catalog_uid: 'two',
    });
    expect(audited()).not.toContain('trust-hold');
  });
});
