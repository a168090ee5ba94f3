import { HttpRouterService } from '@backstage/backend-plugin-api';

const entity = '/v1/entities/:kind/:namespace/:name';

/**
 * Backstage turns foreign tokens away before the plugin sees them, so on these paths
 * it is told not to look. `createRouter` then authenticates every request itself.
 * Each path holds for what is below it, too.
 */
export function allowPipelines(httpRouter: HttpRouterService): void {
  for (const path of [
    '/v1/artifacts',
    '/v1/receipts',
    `${entity}/gate`,
    `${entity}/promotions`,
    `${entity}/retirements`,
    `${entity}/live`,
    `${entity}/posture`,
    `${entity}/releases`,
  ]) {
    httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
  }
}
