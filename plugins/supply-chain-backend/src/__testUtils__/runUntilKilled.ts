import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import knexFactory, { Knex } from 'knex';
import { ConfigReader } from '@backstage/config';
import {
  createEvidenceWorkers,
  readSigningKey,
  signBundle,
} from '@hotpass/supply-chain-evidence';
import { readConfig } from '../config/readConfig';
import { createWriteSide } from '../createWriteSide';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { FileArtifactStore } from '../intake/store/FileArtifactStore';
import { cycloneDx } from './cycloneDx';
import { silentMetrics } from './silentMetrics';

export function openFile(directory: string): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename: join(directory, 'db.sqlite') },
    useNullAsDefault: true,
  });
}

/** One key for all processes that work in the folder. */
function signerIn(directory: string) {
  const file = (name: string) => join(directory, `signer.${name}`);
  if (!existsSync(file('key'))) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    writeFileSync(file('pub'), publicKey);
    writeFileSync(file('key'), privateKey);
  }
  const key = readSigningKey(readFileSync(file('key'), 'utf8'));
  return {
    publicKey: file('pub'),
    sign: (bytes: Buffer) =>
      Buffer.from(JSON.stringify(signBundle(bytes, key))),
  };
}

const nothing = async () => {};
const quiet = {
  error(message: string, error?: Error) {
    process.stderr.write(`${message} ${error?.stack}\n`);
  },
  warn() {},
  info() {},
  debug() {},
  child: () => quiet,
};

/** The write side over a folder, without a backend around it. */
export async function writeSideIn(directory: string) {
  const signer = signerIn(directory);
  const config = readConfig(
    new ConfigReader({
      supplyChain: {
        store: { directory: join(directory, 'store') },
        trust: {
          keys: [{ name: 'ci', file: signer.publicKey }],
          lines: [
            {
              id: 'ci',
              signer: { keys: ['ci'] },
              predicateTypes: ['*'],
              entities: ['*'],
            },
          ],
        },
        limits: { rate: { perEntity: 1e6, perPrincipal: 1e6 } },
      },
    }),
  );
  const knex = openFile(directory);
  const database = await SupplyChainDatabase.create({
    getClient: async () => knex,
  });
  const store = await FileArtifactStore.create(config.storeDirectory);
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'app', namespace: 'default' },
    spec: { type: 'service' },
  };
  const workers = createEvidenceWorkers();
  const side = createWriteSide({
    database,
    config,
    workers,
    store,
    temporary: store.temporary,
    catalog: { getEntityByRef: async () => entity } as never,
    auditor: {
      createEvent: async () => ({ success: nothing, fail: nothing }),
    },
    auth: { getOwnServiceCredentials: nothing } as never,
    events: { publish: nothing } as never,
    notifications: { send: nothing } as never,
    signals: { publish: nothing },
    reader: {} as never,
    metrics: silentMetrics,
    logger: quiet,
  });
  return { ...side, knex, store, workers, signer };
}

/** Sends one document after the other and prints the receipts it was given. */
export async function runUntilKilled(directory: string): Promise<void> {
  const { intake, signer } = await writeSideIn(directory);
  const run = String(process.pid);
  for (let i = 0; ; i += 1) {
    const version = `${run}.${i}.0`;
    const names = Array.from(
      { length: 300 },
      (_, n) => `${n % 7 ? 'lib' : 'bad'}-${run}-${i % 3}-${n}@1.${i}.0`,
    );
    const sbom = cycloneDx({ name: 'app', version }, names);
    const result = await intake.submit({
      body: Readable.from([i % 2 ? signer.sign(attested(sbom)) : sbom]),
      stream: 'app',
      entityRef: 'component:default/app',
      version,
      principal: { type: 'service', ref: 'external:ci' },
      via: 'http',
    });
    // The thread loads schemas and policy before the clock of the kill starts
    if (i === 0) process.stdout.write('ready\n');
    process.stdout.write(`${result.uid}\n`);
  }
}

function attested(sbom: Buffer): Buffer {
  return Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'app', digest: { sha256: 'a'.repeat(64) } }],
      predicateType: 'https://cyclonedx.org/bom',
      predicate: JSON.parse(sbom.toString('utf8')),
    }),
  );
}
