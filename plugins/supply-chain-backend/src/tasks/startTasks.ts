import {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogSync } from '../catalog/CatalogSync';
import { EvidenceCollector } from '../collectors/EvidenceCollector';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { deleteOldGateAsks } from '../database/operations/gate/deleteOldGateAsks';
import { deleteExpiredRefusals } from '../database/operations/refusals/deleteExpiredRefusals';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { deleteOldUsage } from '../database/operations/usage/takeUsage';
import { Keeping } from '../createKeeping';
import { FileArtifactStore } from '../intake/store/FileArtifactStore';
import { DocsScan } from '../references/DocsScan';
import { LateArrivals } from '../intake/LateArrivals';
import { deleteExpiredTokens } from '../pipelines/operations/useToken';
import { RejudgeTask } from '../judging/RejudgeTask';
import { RetryTask } from '../judging/RetryTask';
import { JudgeQueue } from '../judging/types';
import { ReassessTask } from '../trust/ReassessTask';
import { TrustRoots } from '../trust/TrustRoots';

/** Everything that runs by itself. Marked releases are judged at once. */
export async function startTasks(options: {
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  config: SupplyChainConfig;
  database: SupplyChainDatabase;
  queue: JudgeQueue;
  rejudge: RejudgeTask;
  retry: RetryTask;
  reassess: ReassessTask;
  roots: TrustRoots;
  sync: CatalogSync;
  late: LateArrivals;
  collector: EvidenceCollector;
  docs: DocsScan;
  files: FileArtifactStore;
  keeping: Keeping;
}): Promise<void> {
  const { scheduler, lifecycle, logger, database, queue } = options;
  const schedule = (
    id: string,
    ms: number,
    fn: (signal: AbortSignal) => Promise<void>,
    initialMs = 0,
    holdMinutes = 10,
  ) =>
    scheduler.scheduleTask({
      id: `supply-chain:${id}`,
      // All of it works on the database that every replica shares; see docs/operations.md
      scope: 'global',
      frequency: { milliseconds: ms },
      initialDelay: { milliseconds: initialMs },
      // A replica that was killed holds its turn for as long
      timeout: { minutes: holdMinutes },
      fn,
    });
  await scheduler.scheduleTask({
    id: 'supply-chain:sweep-arrivals',
    // Whether replicas share the folder is not known here
    scope: 'local',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    fn: async () => {
      await options.files.sweep();
    },
  });
  await schedule('catalog-sync', 30_000, signal => options.sync.run(signal));
  await schedule(
    'judge-waiting',
    30_000,
    signal => queue.judgeAll(signal),
    30_000,
    // Goes on where it stopped, so a short turn costs nothing
    2,
  );
  await schedule(
    'judge-again',
    3_600_000,
    signal => options.rejudge.run(signal),
    10_000,
  );
  await schedule('judge-failed', 60_000, signal => options.retry.run(signal));
  await schedule(
    'assess-again',
    60_000,
    signal => options.reassess.run(signal),
    5_000,
  );
  // Nobody is asked whom the config does not name
  if (options.roots.isConfigured) {
    await schedule('refresh-trust-roots', 6 * 3_600_000, signal =>
      options.roots.run(signal),
    );
  }
  await schedule('end-late-arrivals', 60_000, () =>
    options.late.endAbandoned(),
  );
  await schedule('forget-refusals', 3_600_000, async () => {
    await deleteExpiredRefusals({ tx: database.knex, now: Date.now() });
  });
  await schedule('forget-gate-asks', 3_600_000, async () => {
    await deleteOldGateAsks({ tx: database.knex, now: Date.now() });
  });
  await schedule('forget-usage', 3_600_000, async () => {
    await deleteOldUsage({ tx: database.knex, now: Date.now() });
  });
  await schedule('forget-tokens', 3_600_000, async () => {
    await deleteExpiredTokens({ tx: database.knex, now: Date.now() });
  });
  const { keeping } = options;
  await schedule(
    'retention',
    keeping.config.run.intervalMs,
    async signal => {
      await keeping.task.run(signal);
    },
    60_000,
    60,
  );
  await schedule(
    'scrub',
    600_000,
    signal => keeping.scrub.run(signal),
    120_000,
  );
  await schedule(
    'check-references',
    options.config.referencesIntervalMs,
    signal => options.docs.run(signal),
    // TechDocs and the catalog may start after this
    60_000,
    60,
  );
  await schedule('remind', 3_600_000, () => keeping.reminders.run(), 90_000);
  await schedule('forget-accesses', 3_600_000, async () => {
    const before = Date.now() - keeping.config.accessesMs;
    await keeping.accesses.forget({ before });
  });
  await schedule(
    'collect',
    options.config.collectorIntervalMs,
    signal => options.collector.run(signal),
    15_000,
  );
  lifecycle.addStartupHook(() => {
    queue.judgeAll().catch(error => {
      logger.error('Marked releases were not judged at start', error);
    });
  });
}
