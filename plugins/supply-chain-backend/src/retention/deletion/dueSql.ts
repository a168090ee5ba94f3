import { LIVE_SQL } from '../live/liveSql';

/**
 * The statement that sealed the outputs of a release is kept as long as anything else
 * of it: without it the next one would seal, and another build would pass for this one.
 */
export const SEALS_OTHERS = `(
  coalesce(r.trust, '') like '%"sealedBy":"' || e.uid || '"%'
  and exists (
    select 1 from evidence o where o.release_id = e.release_id and o.id <> e.id)
)`;

/**
 * Whether evidence `e` of release `r` of subject `s` has expired and is not live. Bind
 * now, and the time of `LIVE_SQL`. Holds are looked at afterwards: they may match by
 * globs, which no engine knows alike.
 */
export const DUE_SQL = `(
  e.kept_open = false and e.expires_at <= ? and not ${LIVE_SQL}
  and not ${SEALS_OTHERS}
)`;
