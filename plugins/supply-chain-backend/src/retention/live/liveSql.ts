/** Whether release `r` went to a stage that it was not retired from. */
export const PROMOTED_SQL = `exists (
  select 1 from promotion lp where lp.release_id = r.id and not exists (
    select 1 from retirement lt
    where lt.release_id = lp.release_id and lt.stage = lp.stage and lt.ended_at is null
  )
)`;

/**
 * Whether release `r` of subject `s` is the newest of its line with evidence that
 * counts, and its entity is in the catalog. Bind the time before which an entity that
 * left does not count any more.
 */
export const NEWEST_SQL = `(
  r.channel = 'release'
  and (s.gone_at is null or s.gone_at > ?)
  and exists (
    select 1 from evidence le
    where le.release_id = r.id and le.current = true and le.withdrawn_at is null
  )
  and not exists (
    select 1 from "release" lr
    where lr.subject_id = r.subject_id and lr.channel = r.channel and lr.line = r.line
      and (lr.made_at > r.made_at or (lr.made_at = r.made_at and lr.id > r.id))
      and exists (
        select 1 from evidence ln
        where ln.release_id = lr.id and ln.current = true and ln.withdrawn_at is null
      )
  )
)`;

/** Whether release `r` of subject `s` is live; to be bound as `NEWEST_SQL`. */
export const LIVE_SQL = `(${PROMOTED_SQL} or ${NEWEST_SQL})`;
