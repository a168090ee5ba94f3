import {
  RestoreCheck,
  RetentionOverview,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { GrantedList } from '../../authorization';
import { RetentionConfig } from '../../config/RetentionConfig';
import { compact } from '../../database/operations/releases/columns';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { decodeCursor, encodeCursor } from '../../service/cursor';
import { toAlarm } from '../alarms/alarmRows';
import { confirmAlarm } from '../alarms/confirmAlarm';
import { buildOverview } from '../overview/buildOverview';
import { listRuns } from '../run/operations/runRows';
import { readState } from '../run/operations/state';
import { countReturned } from '../tombstones/replayTombstones';
import { TombstoneJournal } from '../tombstones/TombstoneJournal';
import { listAccesses } from './listAccesses';
import { listExpiring } from './listExpiring';
import { listMissing } from './listMissing';
import { listTombstones } from './listTombstones';
import { Page, RetentionService } from './types';

/** Knows no permissions but which rows to show: whoever calls it has asked them. */
export class DefaultRetentionService implements RetentionService {
  readonly #database: SupplyChainDatabase;
  readonly #store: ArtifactStore;
  readonly #journal: TombstoneJournal;
  readonly #config: RetentionConfig;

  constructor(options: {
    database: SupplyChainDatabase;
    store: ArtifactStore;
    journal: TombstoneJournal;
    retention: RetentionConfig;
  }) {
    this.#database = options.database;
    this.#store = options.store;
    this.#journal = options.journal;
    this.#config = options.retention;
  }

  getOverview(): Promise<RetentionOverview> {
    const tx = this.#database.knex;
    return buildOverview({ tx, config: this.#config, now: Date.now() });
  }

  listExpiring(
    list: GrantedList,
    query: Parameters<RetentionService['listExpiring']>[1],
  ) {
    const { run, liveAfterGoneMs } = this.#config;
    return listExpiring({
      tx: this.#database.knex,
      list,
      query,
      graceMs: run.graceMs,
      liveAfterGoneMs,
      now: Date.now(),
    });
  }

  listMissing(
    list: GrantedList,
    query: Parameters<RetentionService['listMissing']>[1],
  ) {
    return listMissing({ tx: this.#database.knex, list, query });
  }

  listTombstones(
    list: GrantedList,
    query: Parameters<RetentionService['listTombstones']>[1],
  ) {
    return listTombstones({ tx: this.#database.knex, list, query });
  }

  async listRuns({ cursor, limit }: Page) {
    const tx = this.#database.knex;
    const after = decodeCursor(cursor, 'runs', ['number']);
    const rows = await listRuns({ tx, before: after?.[0], limit: limit + 1 });
    const page = rows.slice(0, limit);
    return compact({
      items: page.map(({ run }) => run),
      nextCursor:
        rows.length > limit
          ? encodeCursor('runs', [page[page.length - 1].id])
          : undefined,
    });
  }

  async listAlarms({ open }: { open?: boolean }) {
    const rows: Record<string, any>[] = await this.#database
      .knex('retention_alarm')
      .modify(query => {
        if (open === true) query.whereNull('ended_at');
        if (open === false) query.whereNotNull('ended_at');
      })
      .orderBy('id', 'desc')
      .limit(500);
    return rows.map(toAlarm);
  }

  confirmAlarm(options: Parameters<RetentionService['confirmAlarm']>[0]) {
    return confirmAlarm({
      ...options,
      database: this.#database,
      store: this.#store,
      now: Date.now(),
    });
  }

  async checkRestore(): Promise<RestoreCheck> {
    const tx = this.#database.knex;
    const { replayedAt, replayed, replayKept } = await readState({ tx });
    const journal = this.#journal;
    return {
      ...(await countReturned({ tx, journal })),
      ...(replayedAt !== undefined && {
        replayedAt: new Date(replayedAt).toISOString(),
      }),
      replayed,
      kept: replayKept,
    };
  }

  listAccesses(
    list: GrantedList,
    query: Parameters<RetentionService['listAccesses']>[1],
  ) {
    return listAccesses({ tx: this.#database.knex, list, query });
  }
}
