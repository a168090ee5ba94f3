import {
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Audit } from '../audit/Audit';
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
import { authenticate } from './authenticate';
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
  /** Where releases go; default: nowhere. */
  stages?: ReadonlyMap<string, Stage>;
  /** Absent: no pipeline is known by its own token. */
  pipelines?: PipelinesConfig;
  issuerKeys?: IssuerKeysOptions;
}

/** The read side over the database that intake and judging write. */
export function createServices(options: ServiceOptions): RouterServices {
  const { store, intake, audit, promotions, stages = new Map() } = options;
  const database = options.database.knex;
  const cache = new ReadingCache({ database });
  const others = new DefaultEvidenceAccess(options);
  const pipelines =
    options.pipelines &&
    new PipelineAuthenticator({
      config: options.pipelines,
      database,
      keys: options.issuerKeys,
    });
  const inventory = new DefaultInventoryService({ database, store, cache });
  const posture = new DefaultPostureService({ database, cache, stages });
  return {
    authenticate: authenticate({ ...options, pipelines }),
    access: pipelines
      ? new PipelineEvidenceAccess({ others, pipelines })
      : others,
    audit,
    intake,
    promotions,
    posture,
    inventory,
    portfolio: new DefaultPortfolioService({ database }),
    health: new DefaultHealthService({ database, intake }),
    mirror: new DefaultMirrorService({
      ...options,
      posture,
      inventory,
    }),
    pipelines: new PipelinesService({ config: options.pipelines }),
    requirePipelinesRead: req => requirePipelinesRead(options, req),
    findRefusal: uid => findRefusal({ tx: database, uid }),
  };
}
