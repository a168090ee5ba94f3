import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Channel } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { readRetention } from '../config/readRetention';
import { RetentionConfig } from '../config/RetentionConfig';
import { DefaultErasureService } from '../erasure/DefaultErasureService';
import { DefaultHoldService } from '../holds/DefaultHoldService';
import { DefaultProposalService } from '../retention/proposals/DefaultProposalService';
import { RetentionTask } from '../retention/run/RetentionTask';
import { TombstoneJournal } from '../retention/tombstones/TombstoneJournal';
import { DefaultRetirementService } from '../retirements/DefaultRetirementService';
import { cycloneDx } from './cycloneDx';
import { standInWorkers } from './standInWorkers';
import { silentMetrics } from './silentMetrics';
import { writeSideOf } from './writeSide';

export const DAY = 24 * 60 * 60 * 1000;

export const someone = (name: string) =>
  ({ type: 'user', ref: `user:default/${name}` } as const);

/** Everything of keeping around the real write side; config can be changed as by an operator. */
export async function keepWorld(options: {
  knex: Knex;
  retention?: object;
  entities?: string[];
}) {
  const { knex, retention = {} } = options;
  const journalFolder = await mkdtemp(join(tmpdir(), 'supply-chain-journal-'));
  const stages = { production: {}, staging: {} };
  const side = await writeSideOf({
    knex,
    workers: standInWorkers(),
    entities: options.entities ?? ['app', 'other'],
    config: {
      retention,
      stages,
      limits: { rate: { perEntity: 1e6, perPrincipal: 1e6 } },
    },
  });
  const journal = new TombstoneJournal({ directory: journalFolder });
  const { database, store, audit, config } = side;
  const configured = (own: object): RetentionConfig =>
    readRetention(
      new ConfigReader({ retention: { run: {}, ...own } }),
      config.storeDirectory,
    );
  const withConfig = (own: object) => {
    const shared = { database, store, journal, retention: configured(own) };
    return {
      task: new RetentionTask({
        ...shared,
        audit,
        metrics: silentMetrics,
        logger: mockServices.logger.mock(),
      }),
      proposals: new DefaultProposalService(shared),
      retirements: new DefaultRetirementService({
        ...shared,
        stages: config.stages,
      }),
    };
  };
  return {
    ...side,
    knex,
    journal,
    journalFolder,
    withConfig,
    ...withConfig(retention),
    holds: new DefaultHoldService({ database }),
    erasures: new DefaultErasureService({ database, store, journal }),
    /** Equal numbers are equal bytes. */
    send: (
      name: string,
      version: string,
      document: number,
      channel: Channel = 'release',
    ) =>
      side.intake.submit({
        body: Readable.from([documentOf(document)]),
        entityRef: `component:default/${name}`,
        version,
        channel,
        stream: `s${document}`,
        principal: { type: 'service', ref: 'external:ci' },
        via: 'http',
      }),
  };
}

export type KeepWorld = Awaited<ReturnType<typeof keepWorld>>;

export function documentOf(document: number): Buffer {
  return cycloneDx({ name: 'app', version: `${document}` }, [
    `lib-${document}@1.0.0`,
    'shared@1.0.0',
  ]);
}
