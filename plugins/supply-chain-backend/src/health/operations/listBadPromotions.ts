import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { whereIdIn } from '../../database/operations/releases/idList';

const DAYS_30 = 30 * 24 * 60 * 60 * 1000;

/** A release went to a stage without a yes of the gate. */
export interface BadPromotion {
  subjectId: number;
  version: string;
  stage: string;
  at: number;
  by: Principal;
  saidNo: boolean;
}

/**
 * Of the last 30 days, oldest first. A later promotion to the same stage with a yes
 * shows that the pipeline asks and heeds the answer by now.
 */
export async function listBadPromotions(options: {
  tx: Knex;
  subjectIds: number[];
  now: Date;
}): Promise<BadPromotion[]> {
  const { tx, now } = options;
  const rows: any[] = await whereIdIn(
    tx('promotion as p')
      .join('release as r', 'r.id', 'p.release_id')
      .where('p.promoted_at', '>', now.getTime() - DAYS_30)
      .whereRaw(`(p.answer is null or p.answer <> 'yes')`)
      .whereNotExists(
        tx('promotion as later')
          .join('release as lr', 'lr.id', 'later.release_id')
          .whereRaw(
            `lr.subject_id = r.subject_id and lr.channel = r.channel
              and later.stage = p.stage and later.answer = 'yes'
              and later.promoted_at >= p.promoted_at`,
          )
          .select(tx.raw('1')),
      )
      .orderBy(['p.promoted_at', 'p.id'])
      .select('p.*', 'r.subject_id', 'r.version'),
    'r.subject_id',
    options.subjectIds,
  );
  return rows.map(row => ({
    subjectId: row.subject_id,
    version: row.version,
    stage: row.stage,
    at: Number(row.promoted_at),
    by: { type: row.principal_type, ref: row.principal_ref },
    saidNo: row.answer === 'no',
  }));
}
