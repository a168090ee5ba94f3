import { InputError } from '@backstage/errors';
import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { knownSpelling } from '../authorization/normaliseRef';
import { isLiteral } from '../config/glob';
import { fit } from '../database/text';
import { HoldQuery } from './matchesEntity';

const DIGEST = /^(sha256|sha512):[0-9a-f]{64}([0-9a-f]{64})?$/;

/**
 * A hold that holds nothing by a slip of the pen is worse than an error. Where entities
 * may be hidden, one that is gets the answer of one that is not known.
 */
export async function checkTarget(
  tx: Knex,
  target: HoldTarget,
  hidden: (entityRefs: string[]) => Promise<ReadonlySet<string>> = async () =>
    new Set(),
): Promise<HoldTarget> {
  const { entityRef, releaseId, digest, query } = target;
  if (entityRef !== undefined) {
    const known = knownSpelling(entityRef);
    const row =
      known && (await tx('subject').where({ entity_ref: known }).first());
    if (row && !(await hidden([known])).has(known)) return { entityRef: known };
    throw new InputError(`Nothing is known of an entity '${entityRef}'`);
  }
  if (releaseId !== undefined) {
    const row = await tx('release as r')
      .join('subject as s', 's.id', 'r.subject_id')
      .where('r.uid', fit(releaseId, 36))
      .first('s.entity_ref');
    const ref = row?.entity_ref;
    if (row && !(await hidden([ref])).has(ref)) return target;
    throw new InputError(`There is no release '${releaseId}'`);
  }
  if (digest !== undefined && !DIGEST.test(digest)) {
    throw new InputError(
      `'${digest}' is no full digest; write sha256:<64 hexadecimal digits>`,
    );
  }
  return query === undefined ? target : { query: checkQuery(query) };
}

/** Owner and system in the one spelling of refs, where they are no patterns. */
function checkQuery(query: HoldQuery): HoldQuery {
  const checked = { ...query };
  for (const member of ['owner', 'system'] as const) {
    const ref = query[member];
    if (ref === undefined || !isLiteral(ref)) continue;
    const known = knownSpelling(ref);
    if (!known) {
      throw new InputError(
        `The ${member} '${ref}' is no entity ref; write kind:namespace/name, or a pattern with *`,
      );
    }
    checked[member] = known;
  }
  return checked;
}
