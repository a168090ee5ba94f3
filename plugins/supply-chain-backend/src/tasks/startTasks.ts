import {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogSync } from '../catalog/CatalogSync';
import { EvidenceCollector } from '../collectors/EvidenceCollector';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { deleteExpiredRefusals } from '../database/operations/refusals/insertRefusal';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { RejudgeTask } from '../judging/RejudgeTask';
import { JudgeQueue } from '../judging/types';

/** Everything that runs by itself. Marked releases are judged at once. */
export async function startTasks(options: {
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  config: SupplyChainConfig;
  database: SupplyChainDatabase;
  queue: JudgeQueue;
  rejudge: RejudgeTask;
  sync: CatalogSync;
  collector: EvidenceCollector;
}): Promise<void> {
  const { scheduler, lifecycle, logger, database, queue } = options;
  const schedule = (
    id: string,
    ms: number,
    fn: (signal: AbortSignal) => Promise<void>,
    initialMs = 0,
  ) =>
    scheduler.scheduleTask({
      id: `supply-chain:${id}`,
      // All of it works on the database that every replica shares
      scope: 'global',
      frequency: { milliseconds: ms },
      initialDelay: { milliseconds: initialMs },
      // A replica that was killed holds its turn for as long
      timeout: { minutes: 10 },
      fn,
    });
  await schedule('catalog-sync', 30_000, signal => options.sync.run(signal));
  await schedule(
    'judge-waiting',
    30_000,
    signal => queue.judgeAll(signal),
    30_000,
  );
  await schedule(
    'judge-again',
    3_600_000,
    signal => options.rejudge.run(signal),
    10_000,
  );
  await schedule('forget-refusals', 3_600_000, async () => {
    await deleteExpiredRefusals({ tx: database.knex, now: Date.now() });
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
