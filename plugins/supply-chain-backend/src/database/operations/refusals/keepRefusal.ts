import { Knex } from 'knex';
import { knownSpelling, NO_REF } from '../../../authorization/normaliseRef';
import { Placement, RefusalReason, Sender } from '../../../intake/types';
import { fit, fitOptional } from '../../text';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Rows of one sender within an hour, for one entity (or for all that it is not let
 * near) and altogether: one token may speak for a whole organisation, and what goes
 * wrong for one entity must not hide what goes wrong for another.
 */
const MOST_FOR_ENTITY = 60;
const MOST_ALTOGETHER = 1000;
/**
 * Answered before it was looked whether there is such an entity, or as if there were
 * none. These are counted together, whether there is one or not: how they are counted
 * shows in the answer.
 */
const AT_THE_DOOR = [
  'entity-unknown',
  'not-allowed',
  'not-granted',
  'entity-not-granted',
  'channel-not-granted',
  'channel-not-proven',
];
const UNLISTED =
  'So many arrivals of this sender were refused within an hour that from then on they are only counted.';

interface KeepRefusal {
  tx: Knex;
  uid: string;
  arrival: Partial<Placement> & Sender & { size?: number };
  reason: RefusalReason;
  now: number;
  expiresAt: number;
  /** Its uid is known to the sender already, so it needs a row of its own. */
  ownRow?: boolean;
}

/**
 * An arrival that was turned away, for those who care for the pipeline. A sender
 * that repeats itself must not fill the database: the same refusal within a minute
 * of the last is the same row once more, with what was wrong this time; and after
 * so many rows in an hour there is one more for each code, which counts the rest.
 *
 * @returns the uid that tells of this refusal, if any does
 */
export async function keepRefusal(
  options: KeepRefusal,
): Promise<string | undefined> {
  const { uid, ownRow } = options;
  const subject = await findSubject(options);
  const place = placeOf(options, subject);
  const wrong = wrongOf(options, place.entity_ref);
  if (!ownRow) {
    const same = await findRecent(options)
      .where({ ...whoOf(options), ...place })
      .where('last_at', '>', options.now - MINUTE)
      .first('id', 'uid');
    if (same) {
      await countAgain(options, same.id, wrong);
      return same.uid;
    }
  }
  const ofEntity = { subject_id: subject?.id ?? null };
  const isListed = subject && !AT_THE_DOOR.includes(options.reason.code);
  if (!ownRow) {
    const recent = () => findRecent(options);
    if ((await count(recent())) >= MOST_ALTOGETHER) {
      await countUnlisted(options, { subject_id: null });
      return undefined;
    }
    const alike = isListed
      ? recent().where(ofEntity).whereNotIn('code', AT_THE_DOOR)
      : recent().where(group => {
          group.whereNull('subject_id').orWhereIn('code', AT_THE_DOOR);
        });
    if ((await count(alike)) >= MOST_FOR_ENTITY) {
      const { entity_ref: ref } = place;
      await countUnlisted(
        options,
        isListed ? { ...ofEntity, entity_ref: ref } : { subject_id: null },
      );
      return undefined;
    }
  }
  await insert(options, { ...place, ...wrong, ...ofEntity });
  return uid;
}

interface Subject {
  id: number;
  entity_ref: string;
}

async function findSubject({
  tx,
  arrival: { entityRef },
}: KeepRefusal): Promise<Subject | undefined> {
  const ref = knownSpelling(entityRef) ?? entityRef?.toLowerCase();
  if (!ref || ref.includes('\0')) return undefined;
  return tx('subject').where({ entity_ref: ref }).first('id', 'entity_ref');
}

async function count(rows: Knex.QueryBuilder): Promise<number> {
  const [{ n }] = await rows.count({ n: '*' });
  return Number(n);
}

function whoOf({ arrival, reason }: KeepRefusal) {
  return {
    principal_type: arrival.principal.type,
    principal_ref: fit(arrival.principal.ref, 255),
    via: arrival.via,
    code: fit(reason.code, 63),
  };
}

function placeOf({ arrival }: KeepRefusal, subject?: Subject) {
  return {
    entity_ref: subject?.entity_ref ?? knownSpelling(arrival.entityRef) ?? null,
    version: fitOptional(arrival.version, 200),
    channel: fitOptional(arrival.channel, 16),
    kind: fitOptional(arrival.kind, 32),
    file_name: fitOptional(arrival.fileName, 255),
  };
}

function wrongOf({ arrival, reason }: KeepRefusal, ref: string | null) {
  // Everyone sees a row without a ref, and a reason often repeats what was said
  const isNameless = ref === null && arrival.entityRef !== undefined;
  return {
    size: arrival.size ?? null,
    status: reason.status,
    reason: fit(isNameless ? NO_REF : reason.reason, 1000),
    pointer: fitOptional(reason.pointer, 1000),
    line_number: reason.line ?? null,
    remedy: fitOptional(reason.remedy, 1000),
  };
}

/** What this sender was refused within the hour. */
function findRecent(options: KeepRefusal): Knex.QueryBuilder {
  const { principal_ref: ref } = whoOf(options);
  return options
    .tx('refusal')
    .where({ principal_ref: ref })
    .where('at', '>', options.now - HOUR);
}

async function countUnlisted(
  options: KeepRefusal,
  entity: { subject_id: number | null; entity_ref?: string | null },
): Promise<void> {
  const counter = await findRecent(options)
    .where({ ...whoOf(options), subject_id: entity.subject_id })
    .where({ reason: UNLISTED })
    .first('id');
  if (counter) return countAgain(options, counter.id);
  const { status } = options.reason;
  return insert(options, { ...entity, status, reason: UNLISTED });
}

async function countAgain(
  { tx, now, expiresAt }: KeepRefusal,
  id: number,
  changed: object = {},
): Promise<void> {
  await tx('refusal')
    .where({ id })
    .increment('times', 1)
    .update({ ...changed, last_at: now, expires_at: expiresAt });
}

async function insert(options: KeepRefusal, row: object): Promise<void> {
  const { tx, uid, now, expiresAt, arrival } = options;
  await tx('refusal').insert({
    ...whoOf(options),
    uid,
    at: now,
    last_at: now,
    expires_at: expiresAt,
    source: fitOptional(arrival.source, 500),
    ...row,
  });
}
