import {
  createHash,
  createSign,
  generateKeyPairSync,
  randomUUID,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** The repository that this issuer's jobs run for; a portal that is to know it maps this. */
export const REPOSITORY = { id: '4242424242', name: 'hotpass/e2e' };

/** The same for jobs of a GitLab, which this issuer stands for, too. */
const PROJECT = { id: '4242', path: 'hotpass/e2e' };
const gitlabOf = issuer => `${issuer}/gitlab`;

/** What the portal needs in its configuration to know jobs of that repository. */
export function pipelinesFor(issuer) {
  return {
    issuers: [
      { issuer, provider: 'github' },
      { issuer: gitlabOf(issuer), provider: 'gitlab' },
    ],
    mappings: [
      { issuer, claims: { repository_id: REPOSITORY.id } },
      { issuer: gitlabOf(issuer), claims: { project_id: PROJECT.id } },
    ].map(known => ({
      ...known,
      entities: ['component:default/*'],
      channels: ['release', 'change'],
      actions: ['submit', 'read'],
    })),
  };
}

const base64 = value =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Stands for GitHub's token service at a given address: keys by OIDC discovery, and
 * the endpoint that a job asks for its token. Real keys, real signatures.
 */
export async function startIssuer(issuer) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
  });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(jwk.n).digest('hex').slice(0, 16);
  const secret = randomUUID();
  let claims;
  const sign = (audience, job, iss = issuer) => {
    const iat = Math.floor(Date.now() / 1000);
    const body = [
      base64({ alg: 'RS256', typ: 'JWT', kid }),
      base64({
        ...{ iss, aud: audience, jti: randomUUID() },
        ...{ iat, nbf: iat, exp: iat + 300 },
        ...job,
      }),
    ].join('.');
    const signature = createSign('sha256').update(body).sign(privateKey);
    return `${body}.${signature.toString('base64url')}`;
  };
  let given = 0;
  const server = createServer((req, res) => {
    const url = new URL(req.url, issuer);
    const answer = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        jwks_uri: `${issuer}/jwks`,
      }),
      '/gitlab/.well-known/openid-configuration': () => ({
        issuer: gitlabOf(issuer),
        jwks_uri: `${issuer}/jwks`,
      }),
      '/jwks': () => ({ keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] }),
      '/token': () => {
        if (req.headers.authorization !== `Bearer ${secret}`) return undefined;
        given += 1;
        return { value: sign(url.searchParams.get('audience'), claims) };
      },
    }[url.pathname]?.();
    res.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    res.end(JSON.stringify(answer ?? {}));
  });
  server.listen(Number(new URL(issuer).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    /** What a job with `id-token: write` finds in its environment. */
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret,
    },
    /** What the tokens say from here on. */
    runs: job => {
      claims = {
        repository: REPOSITORY.name,
        repository_id: REPOSITORY.id,
        sub: `repo:${REPOSITORY.name}`,
        ...job,
      };
    },
    /** The one token of a GitLab job. */
    gitlabToken: (audience, job) =>
      sign(
        audience,
        {
          ...{ project_id: PROJECT.id, project_path: PROJECT.path },
          sub: `project_path:${PROJECT.path}`,
          ...job,
        },
        gitlabOf(issuer),
      ),
    given: () => given,
    close: () => server.close(),
  };
}
