import { Request, RequestHandler } from 'express';
import { Arrival } from '@hotpass/backstage-plugin-supply-chain-common';
import { Audit } from '../audit/Audit';
import { Keeping } from '../createKeeping';
import { EvidenceAccess } from '../authorization';
import { HealthService } from '../health/types';
import { IntakeService } from '../intake/types';
import { InventoryService } from '../inventory/types';
import { MirrorService } from '../mirror/types';
import { PipelinesService } from '../pipelines/PipelinesService';
import { PortfolioService } from '../portfolio/types';
import { PostureService } from '../posture/types';
import { PromotionService } from '../promotions/types';
import { ReferencesService } from '../references/types';
import { TrustAccess } from '../trust/TrustAccess';
import { TrustService } from '../trust/types';
import { createOpenApiRouter } from '../schema/generated/router';
import { PeopleAccess } from './PeopleAccess';

/** What the routes work with. */
export interface RouterServices {
  /** Before every route: learns who asks, or answers 401. */
  authenticate: RequestHandler;
  access: EvidenceAccess;
  audit: Audit;
  intake: IntakeService;
  posture: PostureService;
  promotions: PromotionService;
  inventory: InventoryService;
  portfolio: PortfolioService;
  health: HealthService;
  mirror: MirrorService;
  pipelines: PipelinesService;
  references: ReferencesService;
  trust: TrustService;
  trustAccess: TrustAccess;
  keeping: Keeping;
  people: PeopleAccess;
  requirePipelinesRead(req: Request<any, any, any, any, any>): Promise<void>;
  findRefusal(uid: string): Promise<Arrival | undefined>;
}

export type SupplyChainRouter = ReturnType<typeof createOpenApiRouter>;

/** Rows of a page when the caller does not say. */
export const DEFAULT_LIMIT = 50;
