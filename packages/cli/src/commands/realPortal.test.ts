import { generateKeyPairSync, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import supplyChainPlugin from '@hotpass/backstage-plugin-supply-chain-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

jest.setTimeout(120_000);

const AUDIENCE = 'https://portal.example';
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
});

/** GitHub as a job sees it: gives tokens to who has the request token, and its keys to all. */
class GitHub {
  readonly #server: FakePortal;
  #number = 0;

  constructor(server: FakePortal) {
    this.#server = server;
    server.answer = ({ url }) => {
      const { pathname, searchParams } = url;
      if (pathname === '/.well-known/openid-configuration') {
        return this.#json({
          issuer: server.address,
          jwks_uri: `${server.address}/jwks`,
        });
      }
      if (pathname === '/jwks') {
        const key = publicKey.export({ format: 'jwk' });
        return this.#json({ keys: [{ ...key, kid: 'k', alg: 'RS256' }] });
      }
      return this.#json({ value: this.#token(searchParams.get('audience')!) });
    };
  }

  get env(): NodeJS.ProcessEnv {
    return {
      GITHUB_ACTIONS: 'true',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.#server.address}/token?v=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-secret',
      SUPPLY_CHAIN_AUDIENCE: AUDIENCE,
    };
  }

  #json(body: object) {
    return { status: 200, body };
  }

  #token(audience: string): string {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: 'k' })}.${part({
      iss: this.#server.address,
      aud: audience,
      sub: 'repo:us/app:ref:refs/heads/main',
      jti: `jti-${this.#number++}`,
      iat: now,
      exp: now + 300,
      repository: 'us/app',
      repository_id: '1',
      repository_owner_id: '7',
      event_name: 'push',
      ref: 'refs/heads/main',
      ref_protected: 'true',
      workflow: 'build',
    })}`;
    const signature = sign('RSA-SHA256', Buffer.from(text), privateKey);
    return `${text}.${signature.toString('base64url')}`;
  }
}

function bom(name: string, licence = 'MIT'): string {
  const ref = `${name}@1.0.0`;
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: '2026-01-01T00:00:00Z',
      component: {
        type: 'application',
        'bom-ref': ref,
        name,
        version: '1.0.0',
      },
    },
    components: [
      {
        type: 'library',
        'bom-ref': 'left-pad@1.0.0',
        name: 'left-pad',
        version: '1.0.0',
        purl: 'pkg:npm/left-pad@1.0.0',
        licenses: [{ license: { id: licence } }],
      },
    ],
    dependencies: [
      { ref, dependsOn: ['left-pad@1.0.0'] },
      { ref: 'left-pad@1.0.0' },
    ],
  });
}

let server: FakePortal;
let github: GitHub;
let folder: Folder;
let portal: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  server = await FakePortal.start();
  github = new GitHub(server);
  folder = new Folder();
  const component = (name: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service' },
  });
  const backend = await startTestBackend({
    features: [
      supplyChainPlugin,
      mockServices.rootConfig.factory({
        data: {
          supplyChain: {
            store: { directory: `${folder.path}/store` },
            pipelines: {
              audience: AUDIENCE,
              issuers: [{ issuer: server.address, provider: 'github' }],
              mappings: [
                {
                  issuer: server.address,
                  claims: { repository_id: '1' },
                  entities: ['component:default/*'],
                  channels: ['release', 'change'],
                  actions: ['submit', 'read'],
                },
              ],
            },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [component('app'), component('web')],
      }),
    ],
  });
  stop = () => backend.stop();
  portal = `http://127.0.0.1:${(backend.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await stop?.();
  await server.stop();
  folder.remove();
});

/** As a job of that GitHub, or with a token of the portal. */
const cli = (args: string[], env: NodeJS.ProcessEnv = github.env) =>
  runCli(args, {
    cwd: folder.path,
    env: { ...env, SUPPLY_CHAIN_PORTAL: portal },
  });

it('pushes a monorepo with its job tokens, then asks gate and posture', async () => {
  for (const name of ['app', 'web']) {
    folder.write(
      `${name}/catalog-info.yaml`,
      `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ${name} }\n`,
    );
    folder.write(`${name}/dist/sbom/bom.json`, bom(name));
  }
  folder.write('app/dist/sbom/second.json', bom('app-image'));
  const pushed = await cli(['push', '--all', '--release', '1.0.0']);
  expect(pushed.stderr).toBe('');
  expect(pushed.stdout).toContain('✔ app/dist/sbom/bom.json: sbom, cyclonedx');
  expect(pushed.exitCode).toBe(0);

  // Run again: the same arrivals, with other tokens
  const again = await cli(['push', '--all', '--release', '1.0.0', '--json']);
  expect(again.exitCode).toBe(0);

  const gate = await cli([
    ...['gate', '--entity', 'app', '--release', '1.0.0', '--wait', '30'],
    '--json',
  ]);
  expect(JSON.parse(gate.stdout)).toMatchObject({
    exitCode: 0,
    answer: 'yes',
    release: { version: '1.0.0' },
  });
  const unknown = await cli(['gate', '--entity', 'app', '--release', '9']);
  expect(unknown.stdout).toContain('? Not known: Nothing has been sent');
  expect(unknown.exitCode).toBe(2);

  const posture = await cli(['posture', 'app', '--release', '1.0.0']);
  expect(posture.stdout).toContain('Release 1.0.0 (line main');
  expect(posture.stdout).toMatch(/^● sbom: ok/m);
  expect(posture.exitCode).toBe(0);
});

it('tells what the portal says to a stranger, and to a wrong audience', async () => {
  folder.write('bom.json', bom('app'));
  const push = ['push', 'bom.json', '--release', '1.0.0', '--entity'];
  const stranger = await cli([...push, 'other/app']);
  expect(stranger.exitCode).toBe(2);
  expect(stranger.stderr).toMatch(/do(es)? not name 'component:other\/app'/);

  const audience = await cli([...push, 'app', '--audience', 'elsewhere']);
  expect(audience.exitCode).toBe(2);
  expect(audience.stderr).toMatch(/audience must be .*supplyChain\.pipelines/);
});

it('tells a pipeline how an entity of its own is registered', async () => {
  folder.write('bom.json', bom('api'));
  const result = await cli([
    'push',
    'bom.json',
    '--release',
    '1.0.0',
    '--entity',
    'api',
  ]);
  expect(result.exitCode).toBe(2);
  expect(result.stderr).toMatch(/The catalog has no entity .*\(404\)$/m);
  expect(result.stdout).toContain('component:default/api is not registered');
  expect(result.stdout).toMatch(/add this as catalog-info\.yaml:[^]*name: api/);
});

it('names the closest entity to a person', async () => {
  const user = {
    SUPPLY_CHAIN_TOKEN: mockCredentials.user.token('user:default/eve'),
  };
  const wrong = await cli(
    ['push', 'bom.json', '--release', '1.0.0', '--entity', 'aap'],
    user,
  );
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stdout).toContain('component:default/aap is not registered');
  expect(wrong.stdout).toContain('Did you mean component:default/app');

  const gate = await cli(['gate', '--entity', 'aap', '--release', '1'], user);
  expect(gate.exitCode).toBe(2);
  expect(gate.stderr).toMatch(
    /not found.*\(404\)\. Did you mean component:default\/app/,
  );
});
