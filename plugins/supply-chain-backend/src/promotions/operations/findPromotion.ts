import { Gate, Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';

export interface PromotionRow {
  stage: string;
  promoted_at: unknown;
  principal_type: Principal['type'];
  principal_ref: string;
  source: string | null;
  answer: Gate['answer'] | null;
  asked_at: unknown;
  asked_type: Principal['type'] | null;
  asked_ref: string | null;
}

export async function findPromotion(options: {
  tx: Knex;
  releaseId: number;
  stage: string;
}): Promise<PromotionRow | undefined> {
  const { tx, releaseId, stage } = options;
  return tx('promotion').where({ release_id: releaseId, stage }).first();
}

/** Whether it went there and was not retired from there since. */
export async function isPromoted(options: {
  tx: Knex;
  releaseId: number;
  stage: string;
}): Promise<boolean> {
  const { tx, releaseId, stage } = options;
  const key = { release_id: releaseId, stage };
  const retired = await tx('retirement')
    .where(key)
    .whereNull('ended_at')
    .first();
  return !retired && (await findPromotion(options)) !== undefined;
}
