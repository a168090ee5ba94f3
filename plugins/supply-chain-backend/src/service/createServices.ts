import {
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Audit } from '../audit/Audit';
import { DefaultEvidenceAccess, ServiceGrants } from '../authorization';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { DefaultHealthService } from '../health/DefaultHealthService';
import { findRefusal } from '../health/operations/listArrivals';
import { IntakeService } from '../intake/types';
import { DefaultInventoryService } from '../inventory/DefaultInventoryService';
import { ReadingCache } from '../inventory/ReadingCache';
import { DefaultPortfolioService } from '../portfolio/DefaultPortfolioService';
import { DefaultPostureService } from '../posture/DefaultPostureService';
import { RouterServices } from './types';

interface ServiceOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
  grants: ServiceGrants;
  database: SupplyChainDatabase;
  store: ArtifactStore;
  intake: IntakeService;
  audit: Audit;
}

/** The read side over the database that intake and judging write. */
export function createServices(options: ServiceOptions): RouterServices {
  const { store, intake, audit } = options;
  const database = options.database.knex;
  const cache = new ReadingCache({ database });
  return {
    access: new DefaultEvidenceAccess(options),
    audit,
    intake,
    posture: new DefaultPostureService({ database, cache }),
    inventory: new DefaultInventoryService({ database, store, cache }),
    portfolio: new DefaultPortfolioService({ database }),
    health: new DefaultHealthService({ database, intake }),
    findRefusal: uid => findRefusal({ tx: database, uid }),
  };
}
