import { HttpAuthService } from '@backstage/backend-plugin-api';
import { RequestHandler } from 'express';
import { letGo } from './letGo';
import { PipelineAuthenticator } from '../pipelines/PipelineAuthenticator';

/**
 * The one place where the plugin learns who asks, before anything else is looked at:
 * a pipeline by its own token, everybody else by Backstage's, nobody not at all.
 */
export function authenticate(options: {
  httpAuth: HttpAuthService;
  pipelines?: PipelineAuthenticator;
}): RequestHandler {
  const { httpAuth, pipelines } = options;
  return async (req, res, next) => {
    try {
      if (!(await pipelines?.authenticate(req))) {
        await httpAuth.credentials(req, { allow: ['user', 'service'] });
      }
      next();
    } catch (error) {
      const { retryAfterSeconds } = error as { retryAfterSeconds?: number };
      if (retryAfterSeconds) res.set('Retry-After', String(retryAfterSeconds));
      // The answer must still reach who sends a body
      letGo(req);
      next(error);
    }
  };
}
