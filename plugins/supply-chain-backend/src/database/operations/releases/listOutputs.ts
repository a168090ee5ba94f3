import { Knex } from 'knex';
import { Output } from '@hotpass/backstage-plugin-supply-chain-common';
import { ONCE_ATTESTED } from '../../../trust/keepAttested';

const strength = { attested: 0, observed: 1, declared: 2 } as const;

/** Outputs by name; of several authorities for one digest the strongest. */
export async function listOutputs(options: {
  tx: Knex;
  releaseId: number;
}): Promise<Output[]> {
  const rows = await options
    .tx('output')
    .where('release_id', options.releaseId)
    .whereNot('authority', ONCE_ATTESTED)
    .orderBy(['name', 'algorithm', 'digest', 'id']);
  const best = new Map<string, Output>();
  for (const row of rows) {
    const digest = `${row.algorithm}:${row.digest}`;
    const authority = row.authority as Output['authority'];
    const known = best.get(digest);
    if (!known || strength[authority] < strength[known.authority]) {
      best.set(digest, { name: known?.name ?? row.name, digest, authority });
    }
  }
  return [...best.values()];
}
