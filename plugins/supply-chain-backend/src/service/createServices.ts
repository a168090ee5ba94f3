import {
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { NotedEvidenceAccess } from '../accesses/NotedEvidenceAccess';
import { Audit } from '../audit/Audit';
import { Keeping } from '../createKeeping';
import { DefaultEvidenceAccess, ServiceGrants } from '../authorization';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { DefaultHealthService } from '../health/DefaultHealthService';
import { findRefusal } from '../health/operations/listArrivals';
import { IntakeService } from '../intake/types';
import { DefaultInventoryService } from '../inventory/DefaultInventoryService';
import { ReadingCache } from '../inventory/ReadingCache';
import { DefaultMirrorService } from '../mirror/DefaultMirrorService';
import { PipelinesConfig } from '../config/PipelinesConfig';
import { Stage } from '../config/SupplyChainConfig';
import { IssuerKeysOptions } from '../pipelines/IssuerKeys';
import { PipelineAuthenticator } from '../pipelines/PipelineAuthenticator';
import { PipelineEvidenceAccess } from '../pipelines/PipelineEvidenceAccess';
import { PipelinesService } from '../pipelines/PipelinesService';
import { requirePipelinesRead } from '../pipelines/requirePipelinesRead';
import { DefaultPortfolioService } from '../portfolio/DefaultPortfolioService';
import { DefaultPostureService } from '../posture/DefaultPostureService';
import { PromotionService } from '../promotions/types';
import { DefaultReferencesService } from '../references/DefaultReferencesService';
import { TrustAccess } from '../trust/TrustAccess';
import { TrustService } from '../trust/types';
import { authenticate } from './authenticate';
import { PeopleAccess } from './PeopleAccess';
import { RouterServices } from './types';

interface ServiceOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
  grants: ServiceGrants;
  database: SupplyChainDatabase;
  /** Absent: open pages learn by asking that a site was published. */
  signals?: SignalsService;
  store: ArtifactStore;
  intake: IntakeService;
  audit: Audit;
  promotions: PromotionService;
  trust: TrustService;
  keeping: Keeping;
  /** Where releases go; default: nowhere. */
  stages?: ReadonlyMap<string, Stage>;
  /** Absent: no pipeline is known by its own token. */
  pipelines?: PipelinesConfig;
  issuerKeys?: IssuerKeysOptions;
}

/** The read side over the database that intake and judging write. */
export function createServices(options: ServiceOptions): RouterServices {
  const { store, intake, audit, promotions, trust } = options;
  const { stages = new Map() } = options;
  const database = options.database.knex;
  const cache = new ReadingCache({ database });
  const others = new DefaultEvidenceAccess(options);
  const { keeping } = options;
  const { liveAfterGoneMs } = keeping.config;
  const pipelines =
    options.pipelines &&
    new PipelineAuthenticator({
      config: options.pipelines,
      database,
      keys: options.issuerKeys,
    });
  const inventory = new DefaultInventoryService({
    database,
    store,
    cache,
    liveAfterGoneMs,
  });
  const posture = new DefaultPostureService({ database, cache, stages });
  return {
    authenticate: authenticate({ ...options, pipelines }),
    access: new NotedEvidenceAccess({
      access: pipelines
        ? new PipelineEvidenceAccess({ others, pipelines })
        : others,
      log: keeping.accesses,
    }),
    audit,
    intake,
    promotions,
    posture,
    inventory,
    portfolio: new DefaultPortfolioService({ database }),
    health: new DefaultHealthService({ database, intake }),
    trust,
    trustAccess: new TrustAccess(options),
    mirror: new DefaultMirrorService({
      database: options.database,
      audit,
      signals: options.signals,
      posture,
      inventory,
    }),
    references: new DefaultReferencesService({ ...options, database }),
    pipelines: new PipelinesService({ config: options.pipelines }),
    keeping,
    people: new PeopleAccess(options),
    requirePipelinesRead: req => requirePipelinesRead(options, req),
    findRefusal: uid => findRefusal({ tx: database, uid }),
  };
}
