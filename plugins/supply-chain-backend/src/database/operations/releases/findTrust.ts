import { Knex } from 'knex';
import { KeptTrust } from '../../../trust/KeptTrust';
import { toJson } from './columns';

/** What relating found of a release last; lists of releases do without. */
export async function findTrust(options: {
  tx: Knex;
  releaseId: number;
}): Promise<KeptTrust | undefined> {
  const { tx, releaseId } = options;
  const row = await tx('release').where({ id: releaseId }).first('trust');
  return toJson<KeptTrust | undefined>(row?.trust, undefined);
}
