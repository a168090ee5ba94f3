import { Knex } from 'knex';

/** @returns how many were forgotten */
export async function deleteExpiredRefusals(options: {
  tx: Knex;
  now: number;
}): Promise<number> {
  return options.tx('refusal').where('expires_at', '<', options.now).delete();
}
