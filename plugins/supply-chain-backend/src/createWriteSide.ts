import {
  AuditorService,
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { EvidenceWorkers } from '@hotpass/supply-chain-evidence';
import { Audit } from './audit/Audit';
import { CatalogSync } from './catalog/CatalogSync';
import { EvidenceCollector } from './collectors/EvidenceCollector';
import { SupplyChainConfig } from './config/SupplyChainConfig';
import { createKeeping } from './createKeeping';
import { FragmentReader } from './database/FragmentReader';
import { SupplyChainDatabase } from './database/SupplyChainDatabase';
import { AuditedIntakeService } from './intake/AuditedIntakeService';
import { ArrivalRecorder } from './intake/ArrivalRecorder';
import { DefaultIntakeService } from './intake/DefaultIntakeService';
import { LateArrivals } from './intake/LateArrivals';
import { DefaultJudgeQueue } from './judging/DefaultJudgeQueue';
import { RejudgeTask } from './judging/RejudgeTask';
import { RetryTask } from './judging/RetryTask';
import { ReleaseJudge } from './judging/ReleaseJudge';
import { SupplyChainMetrics } from './metrics';
import { AnnotatedPromotions } from './promotions/AnnotatedPromotions';
import { AuditedPromotionService } from './promotions/AuditedPromotionService';
import { DefaultPromotionService } from './promotions/DefaultPromotionService';
import { Assessor } from './trust/Assessor';
import { DefaultTrustService } from './trust/DefaultTrustService';
import { HeldTrust } from './trust/HeldTrust';
import { ReassessTask } from './trust/ReassessTask';
import { ReleaseRelator } from './trust/ReleaseRelator';
import { TrustPolicies } from './trust/TrustPolicies';
import { TrustRoots } from './trust/TrustRoots';

/** Puts the parts together that take evidence in and judge it. */
export function createWriteSide(options: {
  database: SupplyChainDatabase;
  config: SupplyChainConfig;
  workers: EvidenceWorkers;
  store: ArtifactStore;
  /** Folder for arrivals; best on the store's disk. */
  temporary: string;
  catalog: CatalogService;
  auditor: AuditorService;
  auth: AuthService;
  events: EventsService;
  notifications: NotificationService;
  signals: SignalsService;
  reader: UrlReaderService;
  metrics: SupplyChainMetrics;
  logger: LoggerService;
}) {
  const fragments = new FragmentReader();
  const audit = new Audit(options);
  const policies = new TrustPolicies({ ...options, audit });
  const assessor = new Assessor(options);
  const held = new HeldTrust({ ...options, audit });
  const shared = { ...options, fragments, policies, assessor, held };
  const relator = new ReleaseRelator(shared);
  const judge = new ReleaseJudge({ ...shared, relator });
  const queue = new DefaultJudgeQueue({ ...shared, judge });
  const { stages } = options.config;
  const promotions = new AuditedPromotionService({
    audit,
    promotions: new DefaultPromotionService({ ...options, stages }),
  });
  const promoted = new AnnotatedPromotions({ ...options, stages, promotions });
  const sync = new CatalogSync({ ...shared, queue, promoted });
  const recorder = new ArrivalRecorder({ ...shared, subjects: sync });
  const late = new LateArrivals(options);
  const intake = new AuditedIntakeService({
    audit,
    intake: new DefaultIntakeService({
      ...shared,
      recorder,
      late,
      judging: queue,
    }),
  });
  const rejudge = new RejudgeTask({ ...shared, queue });
  const retry = new RetryTask({ ...options, queue });
  const reassess = new ReassessTask({ ...shared, queue });
  const roots = new TrustRoots(shared);
  const trust = new DefaultTrustService({ ...shared, queue });
  const keeping = createKeeping({ ...options, queue, audit });
  const collector = new EvidenceCollector({ ...shared, intake, audit });
  return {
    audit,
    queue,
    sync,
    recorder,
    intake,
    late,
    promotions,
    policies,
    roots,
    trust,
    reassess,
    rejudge,
    retry,
    collector,
    keeping,
  };
}
