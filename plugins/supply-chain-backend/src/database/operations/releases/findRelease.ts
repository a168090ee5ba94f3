import { Knex } from 'knex';
import { fit } from '../../text';
import { ReleaseRecord, selectReleases } from './releaseColumns';

/**
 * A release of this very entity: an id that belongs to another entity is as
 * unknown as one that never was.
 */
export async function findRelease(options: {
  tx: Knex;
  entityRef: string;
  releaseUid: string;
}): Promise<ReleaseRecord | undefined> {
  return selectReleases(options.tx)
    .where('r.uid', options.releaseUid)
    .where('s.entity_ref', options.entityRef)
    .first();
}

/** A release by the version it was given. */
export async function findReleaseByVersion(options: {
  tx: Knex;
  entityRef: string;
  channel: string;
  version: string;
}): Promise<ReleaseRecord | undefined> {
  // No release can have it, and PostgreSQL would refuse the question
  if (fit(options.version) !== options.version) return undefined;
  return selectReleases(options.tx)
    .where('s.entity_ref', options.entityRef)
    .where('r.channel', options.channel)
    .where('r.version', options.version)
    .first();
}

/** Only for ids that a row of the same subject named. */
export async function findReleaseById(options: {
  tx: Knex;
  id: number;
}): Promise<ReleaseRecord | undefined> {
  return selectReleases(options.tx).where('r.id', options.id).first();
}
