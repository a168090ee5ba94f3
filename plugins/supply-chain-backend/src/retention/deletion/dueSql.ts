import { LIVE_SQL } from '../live/liveSql';

/**
 * Whether evidence `e` of release `r` of subject `s` has expired and is not live. Bind
 * now, and the time of `LIVE_SQL`. Holds are looked at afterwards: they may match by
 * globs, which no engine knows alike.
 */
export const DUE_SQL = `(
  e.kept_open = false and e.expires_at <= ? and not ${LIVE_SQL}
)`;
