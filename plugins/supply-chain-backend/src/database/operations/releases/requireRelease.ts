import { Knex } from 'knex';
import { NotFoundError } from '@backstage/errors';
import { findRelease } from './findRelease';
import { ReleaseRecord } from './releaseColumns';

/** As `findRelease`; says the same of a foreign id as of one that never was. */
export async function requireRelease(options: {
  tx: Knex;
  entityRef: string;
  releaseUid: string;
}): Promise<ReleaseRecord> {
  const release = await findRelease(options);
  if (!release) {
    throw new NotFoundError(
      `'${options.entityRef}' has no release '${options.releaseUid}'`,
    );
  }
  return release;
}
