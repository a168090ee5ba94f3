import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { cycloneDx } from './__testUtils__/cycloneDx';
import { AUDIENCE, testIssuer } from './pipelines/__testUtils__/testIssuer';
import { supplyChainPlugin } from './plugin';

jest.setTimeout(120_000);

const STATIC = 'a-static-token-of-a-service';

async function start(pipelines?: object) {
  const directory = await mkdtemp(join(tmpdir(), 'supply-chain-'));
  const { server } = await startTestBackend({
    features: [
      supplyChainPlugin,
      // Backstage's own, which knows no token of a stranger
      authServiceFactory,
      httpAuthServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            auth: {
              externalAccess: [
                {
                  type: 'static',
                  options: { token: STATIC, subject: 'external:ci' },
                },
              ],
            },
          },
          supplyChain: { store: { directory }, pipelines },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'app', namespace: 'default' },
            spec: { type: 'service' },
          },
        ],
      }),
    ],
  });
  return (authorization: string) =>
    request(server)
      .post('/api/supply-chain/v1/artifacts')
      .query({ entity: 'component:default/app', release: '1.0.0' })
      .set('Authorization', authorization)
      .set('Content-Type', 'application/octet-stream')
      .send(cycloneDx({ name: 'app', version: '1.0.0' }, ['left@1.0.0']));
}

it('lets a job in by its own token, only where it is configured', async () => {
  const issuer = await testIssuer();
  const post = await start({
    audience: AUDIENCE,
    issuers: [{ issuer: issuer.url, provider: 'github' }],
    mappings: [
      {
        issuer: issuer.url,
        claims: { repository_owner_id: '7' },
        entities: ['component:default/*'],
        channels: ['release'],
      },
    ],
  });
  const answer = await post(`Bearer ${await issuer.sign()}`);
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    release: { channel: 'release' },
    evidence: { receivedFrom: { type: 'pipeline' } },
  });
  expect((await post('')).status).toBe(401);
  expect((await post('Bearer nonsense')).status).toBe(401);
  const stranger = await issuer.sign({ iss: `${issuer.url}/` });
  expect((await post(`Bearer ${stranger}`)).status).toBe(401);
  // A service is still known by Backstage, and has no grant here
  expect((await post(`Bearer ${STATIC}`)).status).toBe(403);

  const without = await start();
  const foreign = await without(`Bearer ${await issuer.sign()}`);
  expect(foreign.status).toBe(401);
  issuer.close();
});
