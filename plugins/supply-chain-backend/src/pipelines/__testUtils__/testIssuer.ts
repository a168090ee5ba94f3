import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, JWK, KeyLike, SignJWT } from 'jose';

export const AUDIENCE = 'https://portal.example';

/** What a job of `hotpass/portal` says on a push to its protected `main`. */
export const PUSH = {
  sub: 'repo:hotpass/portal:ref:refs/heads/main',
  repository: 'hotpass/portal',
  repository_id: '101',
  repository_owner: 'hotpass',
  repository_owner_id: '7',
  event_name: 'push',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  ref_protected: 'true',
  workflow: 'Release',
  actor: 'ada',
  user_email: 'ada@example.com',
};

/** An issuer with discovery, keys and real signatures, on loopback. */
export async function testIssuer() {
  const state = {
    up: true,
    /** Keys that it publishes, by `kid`. */
    keys: new Map<string, { privateKey: KeyLike; jwk: JWK }>(),
    requests: [] as string[],
    jwksUri: undefined as string | undefined,
  };
  let url = '';
  const server = createServer((req, res) => {
    state.requests.push(req.url!);
    if (!state.up) {
      res.writeHead(500).end();
      return;
    }
    const body = req.url!.endsWith('/.well-known/openid-configuration')
      ? { issuer: url, jwks_uri: state.jwksUri ?? `${url}/jwks` }
      : { keys: [...state.keys.values()].map(({ jwk }) => jwk) };
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify(body));
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const addKey = async (kid: string, alg = 'RS256') => {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
    state.keys.set(kid, { privateKey, jwk });
  };
  await addKey('one');

  return {
    url,
    state,
    addKey,
    close: () => server.close(),
    /** A token of a push, changed as told; claims that are `undefined` are left out. */
    sign: async (
      claims: Record<string, unknown> = {},
      options: { kid?: string; key?: KeyLike; alg?: string } = {},
    ) => {
      const { kid = 'one', alg = 'RS256' } = options;
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        ...PUSH,
        iss: url,
        aud: AUDIENCE,
        jti: randomUUID(),
        iat: now,
        nbf: now,
        exp: now + 300,
        ...claims,
      })
        .setProtectedHeader({ alg, kid, typ: 'JWT' })
        .sign(options.key ?? state.keys.get(kid)!.privateKey);
    },
  };
}
