import { LIVE_SQL } from '../live/liveSql';

/**
 * The statement that sealed the outputs of a release is kept as long as anything else
 * of it: without it the next one would seal, and another build would pass for this one.
 * Its own signatures do not keep it, since it keeps them.
 */
const sealsOthers = (alias: string) => `(
  coalesce(r.trust, '') like '%"sealedBy":"' || ${alias}.uid || '"%'
  and exists (
    select 1 from evidence o where o.release_id = ${alias}.release_id and o.id <> ${alias}.id
      and coalesce(o.signs, '') <> 'sha256:' || ${alias}.sha256)
)`;

/** Whether evidence `e` of release `r` is that statement. */
export const SEALS_OTHERS = sealsOthers('e');

/**
 * Whether evidence `e` of release `r` signs a document that is kept there after a
 * moment: without the signature nobody would vouch for it any more. That goes by the
 * document's own promise, so two that are said to sign each other do not keep each other
 * for ever.
 */
const vouchesAfter = (moment: string) => `(e.signs is not null and exists (
  select 1 from evidence d
  where d.release_id = e.release_id and d.id <> e.id and d.sha256 = substr(e.signs, 8)
    and (d.kept_open = true or d.expires_at > ${moment} or ${sealsOthers('d')})
))`;

/** Whether it keeps evidence that has expired; bind now. */
export const VOUCHES_SQL = vouchesAfter('?');

/** Whether it will keep evidence when that expires, or does now; bind now twice. */
export const WILL_VOUCH_SQL = vouchesAfter(
  'case when e.expires_at > ? then e.expires_at else ? end',
);

/**
 * Whether evidence `e` of release `r` of subject `s` has expired and is not live. Bind
 * now, the time of `LIVE_SQL`, and now. Holds are looked at afterwards: they may match
 * by globs, which no engine knows alike.
 */
export const DUE_SQL = `(
  e.kept_open = false and e.expires_at <= ? and not ${LIVE_SQL}
  and not ${SEALS_OTHERS} and not ${VOUCHES_SQL}
)`;
