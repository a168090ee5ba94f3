import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createEvidenceWorkers,
  EvidenceWorkers,
} from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { readConfig } from '../config/readConfig';
import { createWriteSide } from '../createWriteSide';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { FileArtifactStore } from '../intake/store/FileArtifactStore';
import { silentMetrics } from './silentMetrics';

/** The real write side: real database, store, worker threads and policy; only the catalog is made up. */
export async function writeSideOf(options: {
  knex: Knex;
  entities?: string[];
  config?: object;
  /** Default: the real ones, which the test has to close. */
  workers?: EvidenceWorkers;
  /** Of an earlier start; default: a new folder. */
  storeIn?: string;
}) {
  const directory =
    options.storeIn ?? (await mkdtemp(join(tmpdir(), 'supply-chain-')));
  const config = readConfig(
    new ConfigReader({
      supplyChain: { store: { directory }, ...options.config },
    }),
  );
  const { knex } = options;
  const database = await SupplyChainDatabase.create({
    getClient: async () => knex,
  });
  const store = await FileArtifactStore.create(config.storeDirectory);
  const workers = options.workers ?? createEvidenceWorkers();
  const auditor = mockServices.auditor.mock();
  const signals = { publish: jest.fn(async () => {}) };
  const events = mockServices.events.mock();
  const notifications = { send: jest.fn(async () => {}) };
  const catalog = catalogServiceMock({
    entities: (options.entities ?? ['app']).map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default' },
      spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    })),
  });
  const side = createWriteSide({
    database,
    config,
    workers,
    store,
    temporary: store.temporary,
    catalog,
    auditor,
    auth: mockServices.auth(),
    events,
    notifications,
    signals,
    reader: mockServices.urlReader.mock(),
    metrics: silentMetrics,
    logger: mockServices.logger.mock(),
  });
  // As a start does; what tests look at comes after it
  await side.policies.start();
  auditor.createEvent.mockClear();
  return {
    ...side,
    auditor,
    catalog,
    database,
    config,
    store,
    workers,
    signals,
    events,
    notifications,
    directory,
  };
}
