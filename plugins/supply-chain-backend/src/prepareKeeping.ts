import { LoggerService } from '@backstage/backend-plugin-api';
import { Keeping } from './createKeeping';
import { SupplyChainDatabase } from './database/SupplyChainDatabase';
import { coverEarlierHolds } from './holds/coverEarlierHolds';
import { adoptConfig } from './retention/classes/adoptConfig';
import { replayTombstones } from './retention/tombstones/replayTombstones';

/**
 * Before the first route answers: what a restored backup brought back is deleted
 * again, what the config lengthens becomes effective, and holds by query know what they
 * cover.
 */
export async function prepareKeeping(options: {
  database: SupplyChainDatabase;
  keeping: Keeping;
  logger: LoggerService;
}): Promise<void> {
  const { database, keeping, logger } = options;
  const { journal, config } = keeping;
  const now = Date.now();
  const { replayed, kept } = await replayTombstones({ database, journal, now });
  if (replayed + kept > 0) {
    logger.warn(
      `A backup had brought back ${
        replayed + kept
      } pieces of evidence that were deleted; ${replayed} were deleted again, ${kept} are held`,
    );
  }
  await adoptConfig({ database, configured: config.classes, now });
  await coverEarlierHolds(database, now);
}
