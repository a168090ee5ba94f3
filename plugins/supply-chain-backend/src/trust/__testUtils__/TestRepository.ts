import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
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

const TARGET = 'trusted_root.json';
const common = {
  specVersion: '1.0.31',
  expires: '2099-01-01T00:00:00.000Z',
};

/** A TUF repository with one key for everything, served on this machine. */
export class TestRepository {
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

  /** The next root.json, for clients that have those before it. */
  publishRoot(version: number): void {
    this.#files.set(`/${version}.root.json`, this.root(version));
  }

  /** A root.json; the config names the first. */
  root(version: number = 1): Buffer {
    const key = this.#publicKey();
    const root = new Root({ ...common, version, consistentSnapshot: false });
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
