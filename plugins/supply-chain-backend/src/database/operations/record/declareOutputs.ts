import { Knex } from 'knex';

export interface DeclaredOutput {
  name: string;
  algorithm: string;
  digest: string;
}

/** Build products as the sender names them: `declared` raises no level. */
export async function declareOutputs(options: {
  tx: Knex.Transaction;
  releaseId: number;
  outputs: DeclaredOutput[];
  now: number;
}): Promise<void> {
  const { tx, releaseId, outputs, now } = options;
  if (outputs.length === 0) return;
  await tx('output')
    .insert(
      outputs.map(output => ({
        ...output,
        release_id: releaseId,
        authority: 'declared',
        created_at: now,
      })),
    )
    .onConflict(['release_id', 'algorithm', 'digest', 'authority'])
    .ignore();
}
