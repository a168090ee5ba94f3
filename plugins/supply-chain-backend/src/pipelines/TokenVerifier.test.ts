import {
  createServer,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { generateKeyPair } from 'jose';
import { readPipelines } from '../config/readPipelines';
import { AUDIENCE, testIssuer } from './__testUtils__/testIssuer';
import { TokenVerifier } from './TokenVerifier';

describe('keys of an issuer', () => {
  let issuer: Awaited<ReturnType<typeof testIssuer>>;

  beforeEach(async () => {
    issuer = await testIssuer();
  });
  afterEach(() => issuer.close());

  const verifier = (options: object = {}, keys?: object) =>
    new TokenVerifier(
      readPipelines(
        new ConfigReader({
          pipelines: {
            audience: AUDIENCE,
            issuers: [{ issuer: issuer.url, provider: 'github', ...options }],
          },
        }),
      )!,
      keys,
    );

  it('are asked for once, and seldom because of keys that nobody has', async () => {
    const some = verifier();
    const tokens = [issuer.sign(), issuer.sign(), issuer.sign()];
    await Promise.all((await Promise.all(tokens)).map(t => some.verify(t)));
    const { privateKey } = await generateKeyPair('RS256');
    for (const kid of ['a', 'b', 'c']) {
      const token = await issuer.sign({}, { kid, key: privateKey });
      await expect(some.verify(token)).rejects.toMatchObject({
        statusCode: 401,
      });
    }
    expect(issuer.state.requests).toEqual([
      '/.well-known/openid-configuration',
      '/jwks',
    ]);
  });

  it('are used while it is down, and it is left alone', async () => {
    const some = verifier({}, { cooldownMs: 0, backOffMs: 60_000 });
    await some.verify(await issuer.sign());
    issuer.state.up = false;
    const { privateKey } = await generateKeyPair('RS256');
    const asked = issuer.state.requests.length;
    for (const kid of ['a', 'b', 'c']) {
      const token = await issuer.sign({}, { kid, key: privateKey });
      await expect(some.verify(token)).rejects.toMatchObject({
        statusCode: 503,
        retryAfterSeconds: 60,
      });
      await some.verify(await issuer.sign());
    }
    expect(issuer.state.requests).toHaveLength(asked + 1);
  });

  it('are had again once it is back, though it was down from the start', async () => {
    const some = verifier({}, { backOffMs: 0 });
    issuer.state.up = false;
    const token = await issuer.sign();
    await expect(some.verify(token)).rejects.toMatchObject({ statusCode: 503 });
    issuer.state.up = true;
    expect(await some.verify(token)).toMatchObject({ repository_id: '101' });
  });

  it('are on its own host unless an operator says where', async () => {
    const other = await testIssuer();
    const token = await issuer.sign(
      {},
      {
        kid: 'one',
        key: other.state.keys.get('one')!.privateKey,
      },
    );
    issuer.state.jwksUri = `${other.url}/jwks`;
    await expect(verifier().verify(token)).rejects.toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('another host'),
    });
    expect(other.state.requests).toEqual([]);
    const told = verifier({ jwksUri: `${other.url}/jwks` });
    expect(await told.verify(token)).toMatchObject({ iss: issuer.url });
    other.close();
  });

  it('are not believed from a discovery that names another issuer', async () => {
    const path = `${issuer.url}/group`;
    const token = await issuer.sign({ iss: path });
    await expect(
      verifier({ issuer: path }).verify(token),
    ).rejects.toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('another issuer'),
    });
  });

  it('are as old as ten minutes and no older, up or down', async () => {
    const some = verifier({}, { cooldownMs: 0, backOffMs: 0 });
    const token = await issuer.sign();
    await some.verify(token);
    issuer.state.up = false;
    const start = Date.now();
    const clock = jest.spyOn(Date, 'now');
    try {
      clock.mockImplementation(() => start + 9 * 60_000);
      await some.verify(token);
      clock.mockImplementation(() => start + 11 * 60_000);
      await expect(some.verify(token)).rejects.toMatchObject({
        statusCode: 503,
      });
      issuer.state.up = true;
      await some.verify(token);
    } finally {
      clock.mockRestore();
    }
  });

  describe('of an issuer that misbehaves', () => {
    const open: Server[] = [];
    afterEach(() => {
      for (const server of open.splice(0)) {
        server.closeAllConnections();
        server.close();
      }
    });
    const serve = async (handle: RequestListener) => {
      const server = createServer(handle);
      open.push(server);
      await new Promise<void>(done => {
        server.listen(0, '127.0.0.1', done);
      });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    };
    const endless = (res: ServerResponse) => {
      const more = () => {
        while (res.write(' '.repeat(65_536)));
      };
      res.on('drain', more);
      more();
    };
    const ways: Record<string, (res: ServerResponse) => void> = {
      stalls: res => res.write('{"keys":['),
      'never begins': () => {},
      'never ends': endless,
      'leads elsewhere': res =>
        res.writeHead(302, { location: `${issuer.url}/jwks` }).end(),
      'is no JSON': res => res.end('<html>'),
      'is no keys': res => res.end('null'),
      'breaks off': res => {
        res.writeHead(200, { 'content-length': '100' });
        res.write('{', () => res.destroy());
      },
    };

    it.each(Object.keys(ways))(
      'keep nobody waiting when the answer %s',
      async how => {
        let good = false;
        const url = await serve((req, res) => {
          if (!good) ways[how](res);
          else if (req.url === '/jwks') {
            const keys = [...issuer.state.keys.values()].map(({ jwk }) => jwk);
            res.end(JSON.stringify({ keys }));
          } else {
            res.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/jwks` }));
          }
        });
        const token = await issuer.sign({ iss: url });
        const keys = { backOffMs: 0, timeoutMs: 300 };
        const ask = [
          verifier({ issuer: url }, keys),
          verifier({ issuer: url, jwksUri: `${url}/jwks` }, keys),
        ];
        for (const some of ask) {
          const asked = issuer.state.requests.length;
          await expect(some.verify(token)).rejects.toMatchObject({
            statusCode: 503,
            code: 'issuer-unavailable',
          });
          expect(issuer.state.requests).toHaveLength(asked);
        }
        good = true;
        for (const some of ask) {
          expect(await some.verify(token)).toMatchObject({ iss: url });
        }
        // What is known stays good while it misbehaves again
        good = false;
        for (const some of ask) await some.verify(token);
      },
    );
  });
});
