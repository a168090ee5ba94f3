import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { createGuard } from './createGuard';

const OURS = 'evidence-component-app';
const entityRef = 'component:default/app';
const users = {
  reader: 'user:default/reader',
  /** Sees the entity, not its evidence. */
  denied: 'user:default/denied',
  /** The policy would allow; the catalog hides the entity. */
  blind: 'user:default/blind',
};

// As the local publisher serves them: what it makes of an address is what counts
const docs = mkdtempSync(join(tmpdir(), 'supply-chain-docs-'));
const folder = join(docs, 'default', 'resource', OURS);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'index.html'), 'evidence');
mkdirSync(join(folder, 'sbom'));
writeFileSync(join(folder, 'sbom', 'index.html'), 'evidence');
afterAll(() => rmSync(docs, { recursive: true }));

const server = express()
  .use(
    createGuard({
      auth: mockServices.auth(),
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions.mock({
        authorize: (async (
          [{ permission, resourceRef }]: any[],
          { credentials }: any,
        ) => [
          {
            result:
              permission.name === 'supply-chain.evidence.read' &&
              resourceRef === entityRef &&
              credentials.principal.userEntityRef !== users.denied
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          },
        ]) as any,
      }),
      catalog: {
        getEntityByRef: async (_ref: string, { credentials }: any) =>
          credentials.principal.userEntityRef === users.blind
            ? undefined
            : { kind: 'Component' },
      } as any,
      sites: {
        ownerOf: async ({ name }) => {
          const lower = name.toLocaleLowerCase('en-US');
          if (lower === OURS) return { entityRef };
          return lower === 'evidence-half' ? 'unknown' : {};
        },
      },
    }),
  )
  .use('/static/docs', express.static(docs))
  .use((_req, res) => res.send('shown'))
  .use(mockErrorHandler());

const listening = server.listen(0);
afterAll(() => listening.close());

const ask = (path: string, header: string) =>
  request(server).get(path).set('Authorization', header);

const ways = [
  `/static/docs/default/resource/${OURS}/index.html`,
  `/static/docs/default/Resource/Evidence-Component-App/index.html`,
  `/static/docs/default/resource/evidence-component-ap%70/sbom/index.html`,
  `/metadata/techdocs/default/resource/${OURS}`,
  `/metadata/entity/default/resource/${OURS}`,
  `/sync/default/resource/${OURS}`,
];

it.each(ways)('guards %s', async path => {
  const as = (user: string) => ask(path, mockCredentials.user.header(user));
  await expect(as(users.reader)).resolves.toMatchObject({ status: 200 });
  await expect(as(users.denied)).resolves.toMatchObject({ status: 404 });
  await expect(as(users.blind)).resolves.toMatchObject({ status: 404 });
  const nobody = await ask(path, mockCredentials.none.header());
  expect(nobody.status).toBe(401);
});

it('lets search read, no token from outside, and leaves the docs of others alone', async () => {
  const headerOf = (subject: string) =>
    mockCredentials.service.header({
      onBehalfOf: mockCredentials.service(subject),
      targetPluginId: 'test',
    });
  const search = headerOf('plugin:search');
  await expect(ask(ways[0], search)).resolves.toMatchObject({ status: 200 });
  const outside = headerOf('external:ci');
  await expect(ask(ways[0], outside)).resolves.toMatchObject({ status: 404 });
  const denied = mockCredentials.user.header(users.denied);
  await expect(
    ask('/static/docs/default/component/app/index.html', denied),
  ).resolves.toMatchObject({ status: 200 });
  await expect(
    ask('/static/docs/default/component/app/a%20page//part%2fof/', denied),
  ).resolves.toMatchObject({ status: 200 });
});

it('shows nobody the pages of a site that does not say whose it is', async () => {
  const reader = mockCredentials.user.header(users.reader);
  const half = '/docs/default/resource/evidence-half/index.html';
  for (const path of [`/static${half}`, `/Static${half}`]) {
    await expect(ask(path, reader)).resolves.toMatchObject({ status: 404 });
  }
});

it.each([
  `/static/docs//default/resource/${OURS}/index.html`,
  `/static/docs/default//resource/${OURS}/index.html`,
  `/static/docs/./default/resource/${OURS}/index.html`,
  `/static/docs/default/component/app/%2e%2e/%2e%2e/resource/${OURS}/index.html`,
  `/static/docs/default/component/app%2f..%2f..%2fresource%2f${OURS}/index.html`,
  `/static/docs/default%2fresource/${OURS}/sbom/index.html`,
  `/static/docs/default%2fresource%2f${OURS}%2findex.html`,
  `/static/docs/default/component/app%5c..%5c..%5cresource%5c${OURS}/index.html`,
  `/metadata/techdocs/default/component/app%2f..%2f..%2fresource%2f${OURS}`,
  `/sync/default/component/app%2f..%2f..%2fresource%2f${OURS}`,
  '/static/docs/default/component/%ff/index.html',
])('shows nobody by another spelling what %s leads to', async path => {
  // Not through a client that would put the address right
  const { port } = listening.address() as AddressInfo;
  const [status, body] = await new Promise<[number?, string?]>(
    (resolve, reject) => {
      const headers = {
        authorization: mockCredentials.user.header(users.denied),
      };
      get({ port, path, headers }, res => {
        let text = '';
        res.on('data', part => (text += part));
        res.on('end', () => resolve([res.statusCode, text]));
      }).on('error', reject);
    },
  );
  expect(body).not.toBe('evidence');
  expect(status).toBe(404);
});
