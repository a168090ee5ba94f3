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
});
