import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { Agent, request as httpRequest, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ArtifactStore,
  supplyChainArtifactStoreExtensionPoint,
} from '@hotpass/backstage-plugin-supply-chain-node';
import request from 'supertest';
import { cycloneDx } from './__testUtils__/cycloneDx';
import { supplyChainPlugin } from './plugin';

jest.setTimeout(120_000);

const v1 = '/api/supply-chain/v1';
const bytes = cycloneDx({ name: 'app', version: '1.0.0' }, ['left@1.0.0']);

async function start(options: { limits?: object; store?: ArtifactStore } = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'supply-chain-'));
  const auditor = mockServices.auditor.mock();
  const { limits, store } = options;
  const { server } = await startTestBackend({
    features: [
      supplyChainPlugin,
      auditor.factory,
      createBackendModule({
        pluginId: 'supply-chain',
        moduleId: 'test-store',
        register(env) {
          env.registerInit({
            deps: { stores: supplyChainArtifactStoreExtensionPoint },
            async init({ stores }) {
              if (store) stores.setArtifactStore(store);
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: { supplyChain: { store: { directory }, limits } },
      }),
      catalogServiceMock.factory({
        entities: ['app', 'other'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name, namespace: 'default' },
          spec: { type: 'service' },
        })),
      }),
    ],
  });
  const post = (entity: string, headers: Record<string, string> = {}) =>
    request(server)
      .post(`${v1}/artifacts`)
      .query({ entity: `component:default/${entity}`, release: '1.0.0' })
      .set({ 'Content-Type': 'application/octet-stream', ...headers });
  return { server, post, directory, auditor };
}

/** A sender who stops in the middle of a body. */
function halfAPost(server: Server, half: Buffer = bytes.subarray(0, 10)) {
  const sent = httpRequest({
    port: (server.address() as AddressInfo).port,
    method: 'POST',
    path: `${v1}/artifacts?entity=component:default/app&release=1.0.0`,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  const answer = new Promise<{ status?: number; text: string; close: boolean }>(
    (done, fail) => {
      sent.on('error', fail);
      sent.on('response', async response => {
        let text = '';
        for await (const chunk of response) text += chunk;
        const { statusCode: status, headers } = response;
        done({ status, text, close: headers.connection === 'close' });
      });
    },
  );
  answer.catch(() => {});
  sent.write(half);
  return { request: sent, answer };
}

it('answers those who stop in the middle, or send more than may be', async () => {
  const { server, post } = await start({
    limits: {
      maxConcurrentIntakes: 1,
      maxBytes: 200_000,
      bodyIdleTimeout: { milliseconds: 200 },
    },
  });
  const stalled = await halfAPost(server).answer;
  expect(stalled).toMatchObject({ status: 408, close: true });
  expect(JSON.parse(stalled.text).error).toMatchObject({
    code: 'body-stalled',
    refusalId: expect.any(String),
  });
  // The connection must not be torn down before the answer is out
  const long = await halfAPost(server, Buffer.alloc(300_000, ' ')).answer;
  expect(long.status).toBe(413);
  expect(JSON.parse(long.text).error).toMatchObject({ code: 'too-large' });
  // Neither holds the only slot
  expect((await post('app').send(bytes)).status).toBe(201);
});

it('takes the rest of what it turns away, so that its sender reads why', async () => {
  const { server } = await start({ limits: { maxBytes: 200_000 } });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { port } = server.address() as AddressInfo;
  const send = (query: string, headers = {}) =>
    new Promise<{ status?: number; again: boolean }>((done, fail) => {
      const path = `${v1}/artifacts?release=1.0.0&entity=component:default/${query}`;
      const sent = httpRequest({ port, agent, method: 'POST', path, headers });
      sent.on('error', fail);
      sent.on('response', async response => {
        response.resume();
        await once(sent, 'close');
        done({ status: response.statusCode, again: sent.reusedSocket });
      });
      sent.end(Buffer.alloc(20_000_000, ' '));
    });
  expect(await send('app')).toEqual({ status: 413, again: false });
  // Before a byte, in the middle, by the door: the connection is as good as new
  expect(await send('app', { 'Content-Encoding': 'br' })).toEqual({
    status: 415,
    again: true,
  });
  expect(await send('nobody')).toEqual({ status: 404, again: true });
  expect(
    await send('app', { Authorization: mockCredentials.user.invalidHeader() }),
  ).toEqual({ status: 401, again: true });
  expect(await send('app')).toEqual({ status: 413, again: true });
  agent.destroy();
});

it('asks to come again when it was too slow itself', async () => {
  const { post } = await start({
    limits: { readTimeout: { milliseconds: 1 } },
  });
  const names = Array.from({ length: 5_000 }, (_, n) => `lib${n}@1.0.0`);
  const large = cycloneDx({ name: 'app', version: '1.0.0' }, names);
  const slow = await post('app').send(large);
  expect(slow.status).toBe(503);
  expect(slow.headers['retry-after']).toBe('5');
  expect(slow.body.error).toMatchObject({ code: 'timeout' });
});

it('answers late arrivals with a receipt to poll, and is busy meanwhile', async () => {
  const { server, post } = await start({
    limits: { maxConcurrentIntakes: 1, answerDeadline: { milliseconds: 1 } },
  });
  const late = await post('app').send(bytes);
  expect(late.status).toBe(202);
  const busy = await post('app').send(bytes);
  expect(busy.status).toBe(429);
  expect(busy.headers['retry-after']).toBe('5');
  expect(busy.body).toMatchObject({ error: { code: 'busy' } });
  const { server: other, post: send } = await start({
    limits: { maxConcurrentIntakes: 5, maxConcurrentIntakesPerPrincipal: 1 },
  });
  const held = halfAPost(other);
  for (let taken = 0; taken === 0; ) {
    const { body } = await request(other).get(`${v1}/health/status`);
    taken = body.queue.processing;
  }
  const own = await send('app').send(bytes);
  expect(own.status).toBe(429);
  expect(own.headers['retry-after']).toBe('5');
  expect(own.body).toMatchObject({ error: { code: 'sender-busy' } });
  held.request.destroy();

  let polled = late;
  while (polled.body.status === 'processing' || !polled.body.decision) {
    await new Promise(done => setTimeout(done, 50));
    polled = await request(server).get(`${v1}/receipts/${late.body.id}`);
    expect(polled.status).toBe(200);
  }
  expect(polled.body).toMatchObject({ id: late.body.id, status: 'accepted' });
});

it('refuses over HTTP with the right status, audits it, and tells entities apart', async () => {
  const { post, auditor } = await start({ limits: { maxBytes: 200_000 } });
  const deep = Buffer.from(
    `{"bomFormat":"CycloneDX","specVersion":"1.6","a":${'['.repeat(
      500,
    )}${']'.repeat(500)}}`,
  );
  const bomb = gzipSync(Buffer.alloc(2_000_000));
  const answers = [
    await post('app', {
      Authorization: mockCredentials.user.invalidHeader(),
    }).send(bytes),
    await post('nobody').send(bytes),
    await post('app', { 'Content-Encoding': 'gzip' }).send(bomb),
    await post('app').send(deep),
  ];
  expect(answers.map(answer => answer.status)).toEqual([401, 404, 413, 422]);

  expect((await post('app').send(bytes)).status).toBe(201);
  // Bytes that another entity holds look as new as any
  const other = await post('other').send(bytes);
  expect(other.status).toBe(201);
  expect(JSON.stringify(other.body)).not.toContain('default/app');
  expect((await post('other').send(bytes)).status).toBe(200);

  const submits = auditor.createEvent.mock.calls.map(([event]) => event);
  expect(new Set(submits.map(event => event.eventId))).toEqual(
    // The config's trust policy is put in place at start
    new Set(['trust-policy-change', 'evidence-submit']),
  );
  expect(submits.at(-1)).toMatchObject({
    severityLevel: 'medium',
    meta: { entityRef: 'component:default/other', release: '1.0.0' },
  });
  expect(JSON.stringify(submits)).not.toContain('bomFormat');
});

it('says that the disk is full, and keeps nothing of the document', async () => {
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const { server, post, directory } = await start({
    store: {
      put: async () => Promise.reject(full),
      has: async () => false,
      remove: async () => {},
      open: async () => Promise.reject(full),
    },
  });
  const answer = await post('app').send(bytes);
  expect(answer.status).toBe(507);
  const { code, refusalId } = answer.body.error;
  expect(code).toBe('disk-full');
  const receipt = await request(server).get(`${v1}/receipts/${refusalId}`);
  expect(receipt.body).toMatchObject({ status: 'refused' });
  const releases = await request(server).get(
    `${v1}/entities/component/default/app/releases`,
  );
  expect(releases.body.items).toEqual([]);
  expect(await readdir(join(directory, 'tmp'))).toEqual([]);
});
