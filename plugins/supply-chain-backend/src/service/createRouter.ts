import express from 'express';
import { createOpenApiRouter } from '../schema/generated/router';
import { addArtifactRoutes } from './routes/artifacts';
import { addErasureRoutes } from './routes/erasures';
import { addEvidenceRoutes } from './routes/evidence';
import { addHealthRoutes } from './routes/health';
import { addHoldRoutes } from './routes/holds';
import { addInventoryRoutes } from './routes/inventory';
import { addMirrorRoutes } from './routes/mirror';
import { addPipelineRoutes } from './routes/pipelines';
import { addPortfolioRoutes } from './routes/portfolio';
import { addPromotionRoutes } from './routes/promotions';
import { addPostureRoutes } from './routes/posture';
import { addTrustRoutes } from './routes/trust';
import { addReferenceRoutes } from './routes/references';
import { addRetentionRoutes } from './routes/retention';
import { addRetirementRoutes } from './routes/retirements';
import { RouterServices } from './types';

const parseJson = express.json();

const JSON_ENDS = [
  '/withdraw',
  '/promotions',
  '/retirements',
  '/proposals',
  '/approve',
  '/reject',
  '/confirm',
  '/holds',
  '/preview',
  '/lift',
  '/review',
  '/erasures',
  '/references',
];

/** Whether a request has a small JSON body; uploads are streams, whatever they say. */
function hasJsonBody({ method, path }: express.Request): boolean {
  return (
    method === 'POST' &&
    (JSON_ENDS.some(end => path.endsWith(end)) ||
      path.startsWith('/v1/mirror/') ||
      path === '/v1/pipelines/explain')
  );
}

/**
 * `/v1` as `schema/openapi.yaml` has it. Uploads are streams, so no body is parsed
 * in general; only routes that have a JSON body get a parser.
 */
export function createRouter(
  services: RouterServices,
  options: { validateResponses?: boolean } = {},
): express.Router {
  const router = createOpenApiRouter({
    middleware: [
      (_req, res, next) => {
        // answers differ by caller; ETags still spare the body
        res.setHeader('Cache-Control', 'private, no-cache');
        next();
      },
      (req, res, next) =>
        hasJsonBody(req) ? parseJson(req, res, next) : next(),
    ],
    validatorOptions: {
      validateRequests: {
        // `?state=a` is a list of one
        coerceTypes: 'array',
        allowUnknownQueryParameters: false,
      },
      // who asks is for `authenticate` to say, which answers 401
      validateSecurity: false,
      validateResponses: options.validateResponses ?? false,
    },
  });
  addArtifactRoutes(router, services);
  addPostureRoutes(router, services);
  addPromotionRoutes(router, services);
  addInventoryRoutes(router, services);
  addEvidenceRoutes(router, services);
  addPortfolioRoutes(router, services);
  addHealthRoutes(router, services);
  addPipelineRoutes(router, services);
  addTrustRoutes(router, services);
  addRetentionRoutes(router, services);
  addHoldRoutes(router, services);
  addErasureRoutes(router, services);
  addRetirementRoutes(router, services);
  addMirrorRoutes(router, services);
  addReferenceRoutes(router, services);
  // Before the validator, which would make its own 400 of an error
  return express.Router().use(services.authenticate, router);
}
