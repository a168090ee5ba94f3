import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import request from 'supertest';
import { cycloneDx } from '../../__testUtils__/cycloneDx';
import { standInWorkers } from '../../__testUtils__/standInWorkers';
import { writeSideOf } from '../../__testUtils__/writeSide';
import { readPipelines } from '../../config/readPipelines';
import { GrantService } from '../../intake/grants';
import { createRouter } from '../../service/createRouter';
import { createServices } from '../../service/createServices';
import { allowPipelines } from '../allowPipelines';
import { IssuerKeysOptions } from '../IssuerKeys';

export const v1 = '/api/supply-chain/v1';

/** The HTTP API with pipelines, around the real write side. */
export async function pipelineWorld(options: {
  knex: Knex;
  pipelines: object;
  /** Of `supplyChain`. */
  config?: object;
  keys?: IssuerKeysOptions;
}) {
  const side = await writeSideOf({
    workers: standInWorkers(),
    knex: options.knex,
    entities: ['app', 'other'],
    config: options.config,
  });
  await side.sync.run();
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.ALLOW }],
    authorizeConditional: async () => [{ result: AuthorizeResult.ALLOW }],
  });
  const plugin = createBackendPlugin({
    pluginId: 'supply-chain',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ auth, httpAuth, httpRouter }) {
          allowPipelines(httpRouter);
          httpRouter.use(
            createRouter(
              createServices({
                ...side,
                auth,
                httpAuth,
                permissions,
                grants: new GrantService([]),
                stages: side.config.stages,
                pipelines: readPipelines(
                  new ConfigReader({ pipelines: options.pipelines } as never),
                ),
                issuerKeys: options.keys,
              }),
              { validateResponses: true },
            ),
          );
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      plugin,
      logger.factory,
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
    ],
  });
  const api = request(server);
  return {
    ...side,
    knex: options.knex,
    api,
    logger,
    /** Sends an SBOM as a pipeline. */
    push: (
      token: string,
      query: Record<string, string> = {},
      idempotencyKey: string | undefined = undefined,
    ) => {
      const pending = api
        .post(`${v1}/artifacts`)
        .query({
          entity: 'component:default/app',
          release: randomUUID(),
          ...query,
        })
        .set('Authorization', `Bearer ${token}`)
        .set('Content-Type', 'application/octet-stream');
      if (idempotencyKey) pending.set('Idempotency-Key', idempotencyKey);
      return pending.send(
        cycloneDx({ name: 'app', version: '1.0.0' }, ['left@1.0.0']),
      );
    },
    get: (token: string, path: string) =>
      api.get(`${v1}${path}`).set('Authorization', `Bearer ${token}`),
    close: async () => {
      server.close();
      await side.workers.close();
    },
  };
}
