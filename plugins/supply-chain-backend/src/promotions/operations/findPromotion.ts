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
