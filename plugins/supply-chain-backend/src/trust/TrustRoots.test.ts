import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Key,
  Metadata,
  MetaFile,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { tufSeed } from '../config/tufSeed';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const TARGET = 'trusted_root.json';
const common = {
  specVersion: '1.0.31',
  expires: '2099-01-01T00:00:00.000Z',
};

/** A TUF repository with one key for everything, served on this machine. */
class TestRepository {
  readonly #key = generateKeyPairSync('ed25519');
  readonly #files = new Map<string, Buffer>();
  readonly #server: Server;
  /** What was asked for. */
  asked: string[] = [];

  constructor() {
    this.#server = createServer((req, res) => {
      this.asked.push(req.url!);
      const file = this.#files.get(req.url!);
      res.writeHead(file ? 200 : 404).end(file);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done));
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** The first root.json, which the config names. */
  root(): Buffer {
    const key = this.#publicKey();
    const root = new Root({ ...common, version: 1, consistentSnapshot: false });
    for (const role of ['root', 'timestamp', 'snapshot', 'targets']) {
      root.addKey(key, role);
    }
    return this.#sign(root);
  }

  publish(version: number, trustedRoot: object): void {
    const bytes = Buffer.from(JSON.stringify(trustedRoot));
    const hashes = { sha256: createHash('sha256').update(bytes).digest('hex') };
    const targets = new Targets({ ...common, version });
    targets.addTarget(
      new TargetFile({ path: TARGET, length: bytes.length, hashes }),
    );
    const meta = { 'targets.json': new MetaFile({ version }) };
    const snapshotMeta = new MetaFile({ version });
    this.#files.set('/targets.json', this.#sign(targets));
    this.#files.set(
      '/snapshot.json',
      this.#sign(new Snapshot({ ...common, version, meta })),
    );
    this.#files.set(
      '/timestamp.json',
      this.#sign(new Timestamp({ ...common, version, snapshotMeta })),
    );
    this.#files.set(`/targets/${TARGET}`, bytes);
  }

  #publicKey(): Key {
    const { x } = this.#key.publicKey.export({ format: 'jwk' });
    return new Key({
      keyID: 'a'.repeat(64),
      keyType: 'ed25519',
      scheme: 'ed25519',
      keyVal: { public: Buffer.from(x!, 'base64url').toString('hex') },
    });
  }

  #sign(signed: Root | Snapshot | Targets | Timestamp): Buffer {
    const metadata = new Metadata(signed as Targets);
    metadata.sign(
      data =>
        new Signature({
          keyID: 'a'.repeat(64),
          sig: sign(null, data, this.#key.privateKey).toString('hex'),
        }),
    );
    return Buffer.from(JSON.stringify(metadata.toJSON()));
  }
}

describe.each(databases.eachSupportedId())('trusted roots on %p', id => {
  const seed = tufSeed('https://tuf-repo-cdn.sigstore.dev')!;
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
    const [row] = await knex('trust_root');
    expect(row).toMatchObject({ name: 'own', version: 2 });
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

  it('are asked for of nobody whom the config does not name', async () => {
    const knex = await databases.init(id);
    const bare = await writeSideOf({ knex, workers: standInWorkers() });
    expect(bare.roots.isConfigured).toBe(false);
    await bare.roots.run();
    expect(repository.asked).toEqual([]);
    expect(await knex('trust_root')).toEqual([]);
  });
});
