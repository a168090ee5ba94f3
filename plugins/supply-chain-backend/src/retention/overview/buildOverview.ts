import { RetentionOverview } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { RetentionConfig } from '../../config/RetentionConfig';
import { toAlarm } from '../alarms/alarmRows';
import { classChanges } from '../classes/adoptConfig';
import { EffectiveClasses } from '../classes/EffectiveClasses';
import { findMissing } from '../lists/listMissing';
import { checkClock } from '../run/checkClock';
import { listRuns } from '../run/operations/runRows';
import { readState } from '../run/operations/state';
import {
  countClasses,
  countExpiring,
  countHolds,
  countScrub,
  countTotals,
} from './countVolumes';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export async function buildOverview(options: {
  tx: Knex;
  config: RetentionConfig;
  now: number;
}): Promise<RetentionOverview> {
  const { tx, config, now } = options;
  const { run, liveAfterGoneMs } = config;
  const when = { now, liveAfterGoneMs };
  const { mark } = await readState({ tx });
  const effective = await new EffectiveClasses({
    configured: config.classes,
  }).list(tx);
  const pending = classChanges(effective, config.classes).filter(
    ({ shortens }) => shortens.length > 0,
  );
  const alarms: Record<string, any>[] = await tx('retention_alarm')
    .whereNull('ended_at')
    .orderBy('id', 'desc');
  return {
    totals: await countTotals(tx, when),
    classes: await countClasses(tx, when),
    expiring: await countExpiring(tx, now),
    missing: (await findMissing(tx)).length,
    holds: await countHolds(tx, now),
    runs: (await listRuns({ tx, limit: 10 })).map(row => row.run),
    alarms: alarms.map(toAlarm),
    pendingChanges: pending.length,
    clock: {
      state: checkClock({ now, mark, intervalMs: run.intervalMs }),
      now: new Date(now).toISOString(),
      ...(mark !== undefined && { mark: new Date(mark).toISOString() }),
    },
    scrub: await countScrub(tx, now, config.scrub.windowMs),
    settings: {
      intervalHours: run.intervalMs / HOUR,
      graceDays: run.graceMs / DAY,
      dryRun: run.dryRun,
      liveDays: liveAfterGoneMs / DAY,
    },
  };
}
