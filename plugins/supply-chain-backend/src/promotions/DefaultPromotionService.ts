import { NotFoundError } from '@backstage/errors';
import { Promotion } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
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
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { requireStage } from '../posture/modeOf';
import { refreshSupply } from '../retirements/operations/refreshSupply';
import { endRetirement } from '../retirements/operations/retire';
import { findPromotion } from './operations/findPromotion';
import { insertPromotion } from './operations/insertPromotion';
import { PromotionClaim, PromotionService } from './types';

/** Knows no permissions: whoever calls it has asked them. */
export class DefaultPromotionService implements PromotionService {
  readonly #database: SupplyChainDatabase;
  readonly #stages: ReadonlyMap<string, Stage>;

  constructor(options: {
    database: SupplyChainDatabase;
    stages: ReadonlyMap<string, Stage>;
  }) {
    this.#database = options.database;
    this.#stages = options.stages;
  }

  async record(
    claim: PromotionClaim,
  ): Promise<{ promotion: Promotion; isNew: boolean }> {
    requireStage(this.#stages, claim.stage);
    return this.#database.transaction(async tx => {
      const release = await requireVersion(tx, claim);
      const subject = await lockSubject({ tx, id: release.subject_id });
      const which = { tx, releaseId: release.id, stage: claim.stage };
      const now = Date.now();
      const known = await findPromotion(which);
      // It is back where it was retired from: live again, though the first record stays
      const isBack = known && (await endRetirement({ ...which, now }));
      if (known && !isBack)
        return { promotion: toPromotion(release, known), isNew: false };
      if (!known) await insertPromotion({ ...which, release, claim, now });
      await refreshSupply({ tx, releaseId: release.id });
      const row = await findPromotion(which);
      await appendEvent({
        tx,
        type: 'release-promoted',
        at: now,
        subject,
        release,
        facts: compact({
          stage: claim.stage,
          answer: known ? undefined : toOptional<string>(row!.answer),
          again: known ? true : undefined,
        }),
      });
      return { promotion: toPromotion(release, row!), isNew: !known };
    });
  }
}

async function requireVersion(
  tx: Knex,
  { entityRef, channel, version }: PromotionClaim,
): Promise<ReleaseRecord> {
  const which = { tx, entityRef, channel, version };
  const release = await findReleaseByVersion(which);
  if (release) return release;
  throw new NotFoundError(
    `Nothing has been sent for ${channel} '${version}' of '${entityRef}'. Send its evidence, then ask the gate, then promote it`,
  );
}

function toPromotion(
  release: ReleaseRecord,
  row: NonNullable<Awaited<ReturnType<typeof findPromotion>>>,
): Promotion {
  return compact({
    entityRef: release.entity_ref,
    version: release.version,
    channel: release.channel,
    stage: row.stage,
    at: toIso(row.promoted_at),
    by: { type: row.principal_type, ref: row.principal_ref },
    source: toOptional(row.source),
    asked:
      row.answer === null
        ? undefined
        : {
            answer: row.answer,
            at: toIso(row.asked_at),
            by: { type: row.asked_type!, ref: row.asked_ref! },
          },
  });
}
