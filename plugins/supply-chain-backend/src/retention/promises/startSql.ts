import { RetentionStart } from '@hotpass/backstage-plugin-supply-chain-common';

/**
 * When each start event came for evidence `e` of release `r`; null while it has not.
 * A release that was promoted nowhere was supplied last when it was made.
 */
export const START_SQL: Record<RetentionStart, string> = {
  receipt: `coalesce((select max(pt.at) from receipt pt where pt.evidence_id = e.id), e.received_at)`,
  release: 'r.made_at',
  'last-supply': `case
    when exists (
      select 1 from promotion pp where pp.release_id = r.id and not exists (
        select 1 from retirement pr
        where pr.release_id = pp.release_id and pr.stage = pp.stage and pr.ended_at is null
      )
    ) then null
    else coalesce(
      (select max(pr.retired_at) from retirement pr
       where pr.release_id = r.id and pr.ended_at is null and pr.stage <> ''),
      r.made_at)
  end`,
  'end-of-support': 'r.support_until',
};
