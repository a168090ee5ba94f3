import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { cycloneDx } from './__testUtils__/cycloneDx';
import { supplyChainPlugin } from './plugin';

jest.setTimeout(120_000);

it('starts, takes evidence in over HTTP, and refuses with the right status', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'supply-chain-'));
  const { server } = await startTestBackend({
    features: [
      supplyChainPlugin,
      mockServices.rootConfig.factory({
        data: {
          supplyChain: { store: { directory }, limits: { maxBytes: 20_000 } },
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
  const post = (body: Buffer) =>
    request(server)
      .post('/api/supply-chain/v1/artifacts')
      .query({ entity: 'component:default/app', release: '1.0.0' })
      .set('Content-Type', 'application/octet-stream')
      .send(body);

  const bytes = cycloneDx({ name: 'app', version: '1.0.0' }, ['left@1.0.0']);
  const taken = await post(bytes);
  expect(taken.body).toMatchObject({ status: 'accepted' });
  expect(taken.status).toBe(201);
  expect((await post(bytes)).status).toBe(200);

  const cases: [Buffer, number, string][] = [
    [Buffer.alloc(30_000, ' '), 413, 'too-large'],
    [Buffer.from('{"hello":"world"}'), 415, 'unknown-format'],
    [Buffer.from('{"bomFormat":'), 400, 'invalid-json'],
  ];
  for (const [body, status, code] of cases) {
    const answer = await post(body);
    expect(answer.body).toMatchObject({
      error: { code, refusalId: expect.any(String) },
      response: { statusCode: status },
    });
    expect(answer.status).toBe(status);
  }
});
