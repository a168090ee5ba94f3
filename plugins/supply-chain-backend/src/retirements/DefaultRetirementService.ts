import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  LiveRelease,
  Retirement,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedEntity } from '../authorization';
import { RetentionConfig } from '../config/RetentionConfig';
import { Stage } from '../config/SupplyChainConfig';
import { appendEvent } from '../database/operations/record/appendEvent';
import { lockSubject } from '../database/operations/record/lockSubject';
import {
  compact,
  toIso,
  toOptional,
} from '../database/operations/releases/columns';
import { findReleaseByVersion } from '../database/operations/releases/findRelease';
import { ReleaseRecord } from '../database/operations/releases/releaseColumns';
import { SubjectRow } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { requireStage } from '../posture/modeOf';
import { EffectiveClasses } from '../retention/classes/EffectiveClasses';
import { LIVE_SQL } from '../retention/live/liveSql';
import { promise } from '../retention/promises/promise';
import { endOfSupport } from './endOfSupport';
import { listLive } from './operations/listLive';
import { refreshSupply } from './operations/refreshSupply';
import { retire, stagesOf } from './operations/retire';
import { RetirementClaim, RetirementService } from './types';

/** Knows no permissions: whoever calls it has asked them. */
export class DefaultRetirementService implements RetirementService {
  readonly #database: SupplyChainDatabase;
  readonly #stages: ReadonlyMap<string, Stage>;
  readonly #classes: EffectiveClasses;
  readonly #liveAfterGoneMs: number;

  constructor(options: {
    database: SupplyChainDatabase;
    stages: ReadonlyMap<string, Stage>;
    retention: RetentionConfig;
  }) {
    this.#database = options.database;
    this.#stages = options.stages;
    this.#classes = new EffectiveClasses({
      configured: options.retention.classes,
    });
    this.#liveAfterGoneMs = options.retention.liveAfterGoneMs;
  }

  async record(
    claim: RetirementClaim,
  ): Promise<{ retirement: Retirement; isNew: boolean }> {
    if (claim.stage !== undefined) requireStage(this.#stages, claim.stage);
    const until =
      claim.supportUntil === undefined
        ? undefined
        : endOfSupport(claim.supportUntil, Date.now());
    return this.#database.transaction(async tx => {
      const release = await requireVersion(tx, claim);
      const subject = await lockSubject({ tx, id: release.subject_id });
      const now = Date.now();
      const stages = await stagesToLeave(tx, release, claim);
      const left = await retire({
        tx,
        releaseId: release.id,
        stages,
        claim,
        now,
      });
      const isStated = await this.#support(tx, release, until);
      if (left > 0 || isStated) {
        await this.#keep(tx, subject, release);
        await appendEvent({
          tx,
          type: 'release-retired',
          at: now,
          subject,
          release,
          facts: compact({
            stages: stages.filter(Boolean),
            supportUntil:
              until === undefined ? undefined : new Date(until).toISOString(),
          }),
        });
      }
      return {
        retirement: await this.#toRetirement(tx, release, claim, stages),
        isNew: left > 0,
      };
    });
  }

  async listLive(entity: GrantedEntity): Promise<LiveRelease[]> {
    return listLive({
      tx: this.#database.knex,
      entityRef: entity.entityRef,
      liveAfterGoneMs: this.#liveAfterGoneMs,
      now: Date.now(),
    });
  }

  /** A stated end of support only moves later, as everything that was promised. */
  async #support(
    tx: Knex.Transaction,
    release: ReleaseRecord,
    until: number | undefined,
  ): Promise<boolean> {
    if (until === undefined) return false;
    const moved = await tx('release')
      .where({ id: release.id })
      .whereRaw('(support_until is null or support_until < ?)', [until])
      .update({ support_until: until });
    return moved > 0;
  }

  async #keep(
    tx: Knex.Transaction,
    subject: SubjectRow,
    release: ReleaseRecord,
  ): Promise<void> {
    await refreshSupply({ tx, releaseId: release.id });
    await promise({
      tx,
      classes: await this.#classes.list(tx),
      world: { subjects: [subject], lines: [release.line] },
      which: { sql: 'e.release_id = ?', bindings: [release.id] },
    });
  }

  async #toRetirement(
    tx: Knex.Transaction,
    release: ReleaseRecord,
    claim: RetirementClaim,
    stages: string[],
  ): Promise<Retirement> {
    const row = await tx('retirement')
      .where({ release_id: release.id })
      .whereIn('stage', stages)
      .whereNull('ended_at')
      .orderBy([{ column: 'retired_at', order: 'desc' }, 'id'])
      .first();
    const state = await tx('release as r')
      .join('subject as s', 's.id', 'r.subject_id')
      .where('r.id', release.id)
      .first('r.support_until', {
        live: tx.raw(`case when ${LIVE_SQL} then 1 else 0 end`, [
          Date.now() - this.#liveAfterGoneMs,
        ]),
      } as never);
    return compact({
      entityRef: release.entity_ref,
      version: release.version,
      channel: release.channel,
      stage: claim.stage,
      at: toIso(row.retired_at),
      by: { type: row.retired_by_type, ref: row.retired_by_ref },
      source: toOptional<string>(row.source),
      reason: toOptional<string>(row.reason),
      supportUntil:
        state.support_until === null ? undefined : toIso(state.support_until),
      live: Number(state.live) === 1,
    });
  }
}

async function requireVersion(
  tx: Knex,
  { entityRef, channel, version }: RetirementClaim,
): Promise<ReleaseRecord> {
  const release = await findReleaseByVersion({
    tx,
    entityRef,
    channel,
    version,
  });
  if (release) return release;
  throw new NotFoundError(
    `Nothing has been sent for ${channel} '${version}' of '${entityRef}'. Check the version`,
  );
}

async function stagesToLeave(
  tx: Knex,
  release: ReleaseRecord,
  { stage, version }: RetirementClaim,
): Promise<string[]> {
  const stages = await stagesOf(tx, release.id);
  if (stage === undefined) return stages.length > 0 ? stages : [''];
  if (stages.includes(stage)) return [stage];
  throw new ConflictError(
    `'${version}' was not promoted to '${stage}'; it was promoted to ${
      stages.join(', ') || 'no stage'
    }`,
  );
}
