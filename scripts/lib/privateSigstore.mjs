// The tests' private Sigstore as other signing tools meet one: they send their token in
// a header, ask for timestamps in DER, and want the addresses in files of their own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { makeTimestampAuthority } from './timestampAuthority.mjs';

const root = resolve(import.meta.dirname, '../..');
const program = join(
  root,
  'packages/evidence/src/__testUtils__/privateSigstore/main.ts',
);
const transform = createRequire(join(root, 'package.json')).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

/** The identity that Fulcio gives the token of {@link idToken}. */
export const IDENTITY =
  'https://github.com/acme/shop/.github/workflows/release.yml@refs/tags/v1.0.0';
export const ISSUER = 'https://token.actions.githubusercontent.com';

/** An ID token with GitHub's claims of a job, which nobody has signed. */
function idToken() {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: ISSUER,
    aud: 'sigstore',
    iat: now,
    nbf: now,
    exp: now + 3600,
    sub: 'repo:acme/shop:ref:refs/tags/v1.0.0',
    repository: 'acme/shop',
    repository_id: '4711',
    ref: 'refs/tags/v1.0.0',
    event_name: 'release',
    job_workflow_ref: IDENTITY.replace('https://github.com/', ''),
  };
  const parts = [{ alg: 'RS256', typ: 'JWT' }, claims, 'nobody'].map(part =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return parts.join('.');
}

/** Starts it, and writes into a folder what tools want to know of it. */
export async function startSigstore(folder) {
  const child = spawn(process.execPath, ['--require', transform, program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Whoever ends the script ends it too
  process.once('exit', () => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => process.exit(1));
  const first = await createInterface(child.stdout)
    [Symbol.asyncIterator]()
    .next();
  const { url, trustedRoot } = JSON.parse(first.value);
  const timestamps = makeTimestampAuthority(folder);
  trustedRoot.timestampAuthorities.push({
    subject: { organization: 'private', commonName: 'tsa' },
    certChain: { certificates: timestamps.certificates },
    validFor: { start: new Date(Date.now() - 86_400_000).toISOString() },
  });
  const front = await startFront(url, timestamps);
  const service = (base, majorApiVersion, path = '') => [
    {
      url: `${base}${path}`,
      majorApiVersion,
      validFor: { start: '2020-01-01T00:00:00Z' },
      operator: 'private',
    },
  ];
  const write = (name, value) =>
    writeFileSync(
      join(folder, name),
      typeof value === 'string' ? value : JSON.stringify(value),
    );
  // Ours asks the private Sigstore itself
  const configFor = (base, version) => ({
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: service(base, 1),
    oidcUrls: service(ISSUER, 1),
    rekorTlogUrls: service(base, version),
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: service(base, 1, '/api/v1/timestamp'),
    tsaConfig: { selector: 'ANY' },
  });
  for (const version of [1, 2]) {
    write(`ours.v${version}.json`, configFor(url, version));
    const signingConfig = configFor(front.url, version);
    write(`signing_config.v${version}.json`, signingConfig);
    write(`trust_config.v${version}.json`, {
      mediaType: 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json',
      trustedRoot,
      signingConfig,
    });
  }
  write('no_services.json', {
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
  });
  write('trusted_root.json', trustedRoot);
  const token = idToken();
  write('token', token);
  return {
    token,
    stop: async () => {
      front.server.close();
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** What others ask in their way, asked as the private Sigstore is. */
async function startFront(url, timestamps) {
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    try {
      if (request.url === '/api/v1/timestamp') {
        const type = { 'content-type': 'application/timestamp-reply' };
        response.writeHead(201, type).end(timestamps.reply(body));
        return;
      }
      const isFulcio = request.url === '/api/v2/signingCert';
      const answer = await fetch(`${url}${request.url}`, {
        method: 'POST',
        body: isFulcio
          ? certificateRequest(request.headers.authorization, body)
          : body,
      });
      const text = await answer.text();
      const type = answer.headers.get('content-type') ?? 'text/plain';
      // The real ones answer so, and others insist on it
      const [uuid] =
        !isFulcio && answer.ok ? Object.keys(JSON.parse(text)) : [];
      response
        .writeHead(isFulcio && answer.ok ? 200 : answer.status, {
          'content-type': type,
          ...(uuid && { etag: uuid, location: `${request.url}/${uuid}` }),
        })
        .end(text);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

function certificateRequest(authorization, bytes) {
  const body = JSON.parse(bytes.toString('utf8'));
  const [, token] = /^Bearer (.*)$/.exec(authorization ?? '') ?? [];
  const { certificateSigningRequest: csr } = body;
  return JSON.stringify({
    ...body,
    credentials: body.credentials ?? { oidcIdentityToken: token },
    ...(csr && {
      certificateSigningRequest: Buffer.from(csr, 'base64').toString('utf8'),
    }),
  });
}
