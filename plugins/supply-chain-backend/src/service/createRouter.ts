import express from 'express';
import { createOpenApiRouter } from '../schema/generated/router';
import { addArtifactRoutes } from './routes/artifacts';
import { addEvidenceRoutes } from './routes/evidence';
import { addHealthRoutes } from './routes/health';
import { addInventoryRoutes } from './routes/inventory';
import { addPortfolioRoutes } from './routes/portfolio';
import { addPostureRoutes } from './routes/posture';
import { RouterServices, SupplyChainRouter } from './types';

const parseJson = express.json();

/**
 * `/v1` as `schema/openapi.yaml` has it. Uploads are streams, so no body is parsed
 * in general; only the one route that has a JSON body gets a parser.
 */
export function createRouter(
  services: RouterServices,
  options: { validateResponses?: boolean } = {},
): SupplyChainRouter {
  const router = createOpenApiRouter({
    middleware: [
      (_req, res, next) => {
        // answers differ by caller; ETags still spare the body
        res.setHeader('Cache-Control', 'private, no-cache');
        next();
      },
      (req, res, next) =>
        req.method === 'POST' && req.path.endsWith('/withdraw')
          ? parseJson(req, res, next)
          : next(),
    ],
    validatorOptions: {
      validateRequests: {
        // `?state=a` is a list of one
        coerceTypes: 'array',
        allowUnknownQueryParameters: false,
      },
      // who asks is for httpAuth to say, which answers 401
      validateSecurity: false,
      validateResponses: options.validateResponses ?? false,
    },
  });
  addArtifactRoutes(router, services);
  addPostureRoutes(router, services);
  addInventoryRoutes(router, services);
  addEvidenceRoutes(router, services);
  addPortfolioRoutes(router, services);
  addHealthRoutes(router, services);
  return router;
}
