import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { AccessLog } from './accesses/AccessLog';
import { Audit } from './audit/Audit';
import { SupplyChainConfig } from './config/SupplyChainConfig';
import { SupplyChainDatabase } from './database/SupplyChainDatabase';
import { AuditedErasureService } from './erasure/AuditedErasureService';
import { DefaultErasureService } from './erasure/DefaultErasureService';
import { AuditedHoldService } from './holds/AuditedHoldService';
import { DefaultHoldService } from './holds/DefaultHoldService';
import { JudgeQueue } from './judging/types';
import { SupplyChainMetrics } from './metrics';
import { ReminderTask } from './retention/reminders/ReminderTask';
import { DefaultRetentionService } from './retention/lists/DefaultRetentionService';
import { AuditedProposalService } from './retention/proposals/AuditedProposalService';
import { DefaultProposalService } from './retention/proposals/DefaultProposalService';
import { RetentionTask } from './retention/run/RetentionTask';
import { TombstoneJournal } from './retention/tombstones/TombstoneJournal';
import { AuditedRetirementService } from './retirements/AuditedRetirementService';
import { DefaultRetirementService } from './retirements/DefaultRetirementService';
import { ArtifactRestorer } from './scrub/ArtifactRestorer';
import { ScrubTask } from './scrub/ScrubTask';

/** Puts the parts together that keep evidence and let it go. */
export function createKeeping(options: {
  database: SupplyChainDatabase;
  config: SupplyChainConfig;
  store: ArtifactStore;
  temporary: string;
  queue: JudgeQueue;
  audit: Audit;
  metrics: SupplyChainMetrics;
  logger: LoggerService;
  events: EventsService;
  notifications: NotificationService;
}) {
  const { audit, config, database } = options;
  const { retention, limits, stages } = config;
  const journal = new TombstoneJournal({ directory: retention.journal });
  const shared = { ...options, retention, journal };
  return {
    config: retention,
    journal,
    accesses: new AccessLog({
      database: database.knex,
      logger: options.logger,
    }),
    erasures: new AuditedErasureService({
      audit,
      erasures: new DefaultErasureService(shared),
    }),
    holds: new AuditedHoldService({
      audit,
      holds: new DefaultHoldService(shared),
    }),
    proposals: new AuditedProposalService({
      audit,
      proposals: new DefaultProposalService(shared),
    }),
    reminders: new ReminderTask(shared),
    restorer: new ArtifactRestorer({ ...shared, limits }),
    retention: new DefaultRetentionService(shared),
    retirements: new AuditedRetirementService({
      audit,
      retirements: new DefaultRetirementService({ ...shared, stages }),
    }),
    scrub: new ScrubTask(shared),
    task: new RetentionTask(shared),
  };
}

export type Keeping = ReturnType<typeof createKeeping>;
