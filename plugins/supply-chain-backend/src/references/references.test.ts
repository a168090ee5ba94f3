import { TestDatabases } from '@backstage/backend-test-utils';
import { EvidenceReference } from '@hotpass/backstage-plugin-supply-chain-common';
import { companionRefOf } from '@hotpass/backstage-plugin-supply-chain-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { DAY, keepWorld, KeepWorld } from '../__testUtils__/keepWorld';
import { resolveReferences } from './resolveReferences';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const long = `a${'b'.repeat(59)}`;

const link = (entity: string, page: string): EvidenceReference => {
  const { namespace, name } = parseEntityRef(
    companionRefOf(`component:default/${entity}`),
  );
  return { namespace, name, page };
};

describe.each(databases.eachSupportedId())('references on %p', id => {
  let world: KeepWorld;
  let now: number;

  beforeEach(async () => {
    world = await keepWorld({
      knex: await databases.init(id),
      entities: ['app', 'other', long],
    });
    now = Date.parse('2027-01-01T00:00:00Z');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await world.workers.close();
  });

  const resolve = (references: EvidenceReference[], hidden: string[] = []) =>
    resolveReferences({
      tx: world.knex,
      references,
      mayRead: async refs =>
        new Set(refs.filter(ref => !hidden.includes(ref.split('/')[1]))),
    });
  const sha256Of = async (evidenceUid: string): Promise<string> =>
    (await world.knex('evidence').where({ uid: evidenceUid }).first()).sha256;

  it('tells what is there from what was deleted, when and under which rule', async () => {
    const old = await world.send('app', '1.0.0', 1);
    const gone = await sha256Of(old.evidenceUid!);
    const kept = await world.send('app', '2.0.0', 2);
    const alive = await sha256Of(kept.evidenceUid!);
    for (let day = 0; day < 380; day += 7) {
      now += 7 * DAY;
      await world.task.run();
    }
    expect(await world.knex('tombstone')).toHaveLength(1);
    const deleted = { state: 'dead', cause: 'deleted', rule: 'default' };
    const entityRef = 'component:default/app';
    expect(
      await resolve([
        link('app', `evidence/${alive}`),
        link('app', ''),
        link('app', 'sbom/2'),
        link('app', `releases/${kept.releaseUid}`),
        link('app', `evidence/${gone.toUpperCase()}`),
        link('app', `releases/${old.releaseUid}`),
        link('app', `evidence/${'0'.repeat(64)}`),
        link('app', 'releases/none'),
      ]),
    ).toEqual([
      { state: 'found', entityRef },
      { state: 'found', entityRef },
      { state: 'found', entityRef },
      { state: 'found', entityRef },
      { ...deleted, entityRef, at: expect.stringMatching(/^2028-01/) },
      { ...deleted, entityRef, at: expect.stringMatching(/^2028-01/) },
      { state: 'dead', cause: 'unknown', entityRef },
      { state: 'dead', cause: 'unknown', entityRef },
    ]);
  });

  it('calls withdrawn only what was withdrawn wherever it is', async () => {
    const one = await world.send('app', '1.0.0', 1);
    const sha256 = await sha256Of(one.evidenceUid!);
    const withdraw = (evidenceUid: string) =>
      world
        .knex('evidence')
        .where({ uid: evidenceUid })
        .update({ withdrawn_at: now });
    await withdraw(one.evidenceUid!);
    const references = [link('app', `evidence/${sha256}`)];
    expect(await resolve(references)).toEqual([
      {
        state: 'dead',
        cause: 'withdrawn',
        at: '2027-01-01T00:00:00.000Z',
        entityRef: 'component:default/app',
      },
    ]);
    await world.send('app', '2.0.0', 1);
    expect(await resolve(references)).toMatchObject([{ state: 'found' }]);
  });

  it('finds the entity of a name that was cut, and looks nowhere else', async () => {
    const sent = await world.send(long, '1.0.0', 1);
    const sha256 = await sha256Of(sent.evidenceUid!);
    expect(link(long, '').name).toHaveLength(63);
    expect(
      await resolve([
        link(long, `evidence/${sha256}`),
        // The same bytes are none of this entity's
        link('other', `evidence/${sha256}`),
        link('other', ''),
        { ...link(long, ''), name: `evidence-component-${'x'.repeat(44)}` },
        { ...link(long, ''), name: 'evidence-nothing' },
      ]),
    ).toMatchObject([
      { state: 'found', entityRef: `component:default/${long}` },
      { state: 'dead', cause: 'unknown' },
      { state: 'dead', cause: 'unknown' },
      { state: 'unknown' },
      { state: 'unknown' },
    ]);
  });

  it('says the same of what may not be read and what does not exist', async () => {
    const sent = await world.send(long, '1.0.0', 1);
    const page = `evidence/${await sha256Of(sent.evidenceUid!)}`;
    expect(await resolve([link(long, page)], [long])).toEqual([
      { state: 'unknown' },
    ]);
  });
});
