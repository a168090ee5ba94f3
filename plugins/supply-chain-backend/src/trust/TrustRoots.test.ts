import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { tufSeed } from '../config/tufSeed';
import {
  keepTrustRoot,
  listTrustRoots,
  SeenRoot,
} from '../database/operations/trust/trustRoots';
import { TestRepository } from './__testUtils__/TestRepository';
import { policyView } from './policyView';
import { repositoryOf } from './tufRepository';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const tufOf = (trust: any) => trust.roots[0].tuf;

describe.each(databases.eachSupportedId())('trusted roots on %p', id => {
  const seed = tufSeed('https://tuf-repo-cdn.sigstore.dev')!.trustedRoot;
  let repository: TestRepository;
  let trust: object;

  beforeEach(async () => {
    repository = new TestRepository();
    const mirror = await repository.listen();
    const folder = await mkdtemp(join(tmpdir(), 'supply-chain-tuf-'));
    const rootFile = join(folder, 'root.json');
    await writeFile(rootFile, repository.root());
    trust = { roots: [{ name: 'own', tuf: { mirror, rootFile } }] };
  });
  afterEach(() => repository.close());

  it('come from the repository, go on without it, and never go back', async () => {
    const knex = await databases.init(id);
    const start = () =>
      writeSideOf({ knex, workers: standInWorkers(), config: { trust } });
    const side = await start();
    const logs = async (replica: typeof side) => {
      const { policy } = await replica.policies.current();
      return (policy.roots[0].root.tlogs as unknown[]).length;
    };
    expect(repository.asked).toEqual([]);
    // It is not there yet
    await side.roots.run();
    expect(await logs(side)).toBe(0);

    const tlogs = seed.tlogs as unknown[];
    repository.publish(2, seed);
    await side.roots.run();
    expect(await logs(side)).toBe(tlogs.length);
    const [row] = await knex('tuf_root');
    expect(row).toMatchObject({ name: 'own', targets_version: 2 });
    expect(
      await knex('event').where({ type: 'trust-policy-changed' }),
    ).toHaveLength(2);

    // Another replica that knows nothing yet is told something older
    repository.publish(1, { ...seed, tlogs: [] });
    const other = await start();
    expect(await logs(other)).toBe(tlogs.length);
    await other.roots.run();
    await side.roots.run();
    expect(await logs(other)).toBe(tlogs.length);

    // One whose logs are valid since nobody knows when
    const [log] = structuredClone(tlogs) as any[];
    delete log.publicKey.validFor.start;
    repository.publish(3, { ...seed, tlogs: [log] });
    await side.roots.run();
    expect(await logs(side)).toBe(tlogs.length);

    repository.publish(4, { ...seed, tlogs: tlogs.slice(0, 1) });
    await side.roots.run();
    expect(await logs(other)).toBe(1);
    // And after a restart without the network
    repository.close();
    const later = await start();
    await later.roots.run();
    expect(await logs(later)).toBe(1);
  });

  it('are of one repository: another mirror under the same name begins anew', async () => {
    const knex = await databases.init(id);
    const start = (tuf: object) =>
      writeSideOf({
        knex,
        workers: standInWorkers(),
        config: { trust: { roots: [{ name: 'own', tuf }] } },
      });
    const used = async (replica: Awaited<ReturnType<typeof start>>) => {
      const { policy } = await replica.policies.current();
      return (policy.roots[0].root.tlogs as unknown[]).length;
    };
    const tlogs = seed.tlogs as unknown[];
    repository.publishRoot(2);
    repository.publish(9, { ...seed, tlogs: [] });
    const before = await start(tufOf(trust));
    await before.roots.run();
    expect(await used(before)).toBe(0);

    const other = new TestRepository();
    const mirror = await other.listen();
    try {
      const rootFile = join(await mkdtemp(join(tmpdir(), 'tuf-')), 'root.json');
      await writeFile(rootFile, other.root());
      other.publish(1, { ...seed, tlogs: tlogs.slice(0, 1) });
      const after = await start({ mirror, rootFile });
      await after.roots.run();
      expect(await used(after)).toBe(1);
      expect(
        (await listTrustRoots({ tx: knex })).map(row => [
          row.mirror,
          row.versions,
        ]),
      ).toEqual(
        expect.arrayContaining([
          [
            tufOf(trust).mirror,
            { root: 2, timestamp: 9, snapshot: 9, targets: 9 },
          ],
          [mirror, { root: 1, timestamp: 1, snapshot: 1, targets: 1 }],
        ]),
      );

      // The replica of before goes on for a while, and is told more
      repository.publish(10, seed);
      await before.roots.run();
      expect(await used(after)).toBe(1);
      expect(await used(before)).toBe(1);

      // Trusted by another root.json, it is another repository too
      const strange = join(await mkdtemp(join(tmpdir(), 'tuf-')), 'root.json');
      await writeFile(strange, `${other.root()} `);
      const third = await start({ mirror, rootFile: strange });
      expect(await used(third)).toBe(0);
      await third.roots.run();
      expect(await used(third)).toBe(1);
      expect(await knex('tuf_root')).toHaveLength(3);
    } finally {
      other.close();
    }
  });

  it('of the public-good instance outlive an update of the package that names it', async () => {
    const knex = await databases.init(id);
    const mirror = 'https://tuf-repo-cdn.sigstore.dev';
    const own = { name: 'public', tuf: { mirror } };
    const start = () =>
      writeSideOf({
        knex,
        workers: standInWorkers(),
        config: { trust: { roots: [own] } },
      });
    const { policies } = await start();
    const [{ tuf }] = (await policies.current()).policy.roots;
    const told = JSON.stringify({ ...seed, tlogs: [] });
    await keepTrustRoot({
      tx: knex,
      seen: {
        repository: repositoryOf({ name: 'public', tuf })!,
        name: 'public',
        ...tuf!,
        root: told,
        versions: { root: 14, timestamp: 7, snapshot: 7, targets: 7 },
      },
      now: 1,
    });
    const { [mirror]: carried } = require('@sigstore/tuf/seeds.json');
    const { 'root.json': before } = carried;
    carried['root.json'] = Buffer.from('{"version":15}').toString('base64');
    try {
      expect(tufSeed(mirror)!.initialRoot).toBe('{"version":15}');
      const later = await start();
      const { policy } = await later.policies.current();
      expect(policy.roots[0].root.tlogs).toEqual([]);
      expect(policy.roots[0].tuf).toEqual(tuf);
    } finally {
      carried['root.json'] = before;
    }
  });

  it('never go back in any version, whichever replica comes last', async () => {
    const knex = await databases.init(id);
    await writeSideOf({ knex, workers: standInWorkers() });
    const seen = (root: string, versions: number[]): SeenRoot => {
      const [first, timestamp, snapshot, targets] = versions;
      return {
        repository: 'r'.repeat(64),
        name: 'own',
        mirror: 'https://tuf.example',
        initialRoot: `sha256:${'0'.repeat(64)}`,
        root,
        versions: { root: first, timestamp, snapshot, targets },
      };
    };
    let now = 1_000;
    const keep = (root: string, versions: number[]) => {
      now += 1_000;
      return keepTrustRoot({ tx: knex, seen: seen(root, versions), now });
    };
    expect(await keep('a', [2, 2, 2, 2])).toBe('new');
    expect(await keep('a', [2, 2, 2, 2])).toBe('unchanged');
    for (const versions of [
      [1, 3, 3, 3],
      [3, 1, 3, 3],
      [3, 3, 1, 3],
      [3, 3, 3, 1],
      // One set of targets has one root
      [3, 3, 3, 2],
    ]) {
      expect(await keep('b', versions)).toBe('behind');
    }
    const [row] = await listTrustRoots({ tx: knex });
    expect(row).toMatchObject({ root: 'a', since: 2_000, refreshedAt: 3_000 });

    // Two that come at once: what is higher stays, in either order
    await Promise.all(
      [5, 3, 7, 4, 6].map(version =>
        keep(String(version), [2, version, version, version]),
      ),
    );
    const [last] = await listTrustRoots({ tx: knex });
    expect(last).toMatchObject({ root: '7', versions: { targets: 7 } });
  });

  it('are told with their versions, and since when they are used', async () => {
    const knex = await databases.init(id);
    const side = await writeSideOf({
      knex,
      workers: standInWorkers(),
      config: { trust },
    });
    const view = async () =>
      policyView({
        applied: await side.policies.current(),
        roots: await listTrustRoots({ tx: knex }),
        dependents: new Map(),
        history: [],
      }).roots[0];
    const { mirror } = tufOf(trust);
    expect((await view()).repository).toEqual({
      mirror,
      initialRoot: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    repository.publish(4, seed);
    await side.roots.run();
    const [{ since }] = await listTrustRoots({ tx: knex });
    expect(await view()).toMatchObject({
      refreshedAt: new Date(since).toISOString(),
      repository: {
        versions: { root: 1, timestamp: 4, snapshot: 4, targets: 4 },
        since: new Date(since).toISOString(),
      },
    });
    // What is known, and not yet taken into the policy, is not what is used
    await knex('tuf_root').update({ root: '{}' });
    expect((await view()).repository).not.toHaveProperty('versions');
  });

  it('are asked for of nobody whom the config does not name', async () => {
    const knex = await databases.init(id);
    const bare = await writeSideOf({ knex, workers: standInWorkers() });
    expect(bare.roots.isConfigured).toBe(false);
    await bare.roots.run();
    expect(repository.asked).toEqual([]);
    expect(await knex('tuf_root')).toEqual([]);
  });
});
