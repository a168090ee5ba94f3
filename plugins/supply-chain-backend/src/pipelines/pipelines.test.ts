import { inspect } from 'node:util';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { spec } from '../schema/generated/router';
import { pipelineWorld, v1 } from './__testUtils__/pipelineWorld';
import { AUDIENCE, PUSH, testIssuer } from './__testUtils__/testIssuer';
import { deleteExpiredTokens } from './operations/useToken';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('pipelines on %p', databaseId => {
  let issuer: Awaited<ReturnType<typeof testIssuer>>;
  let world: Awaited<ReturnType<typeof pipelineWorld>>;

  beforeAll(async () => {
    issuer = await testIssuer();
    world = await pipelineWorld({
      knex: await databases.init(databaseId),
      keys: { cooldownMs: 0, backOffMs: 0 },
      pipelines: {
        audience: AUDIENCE,
        issuers: [{ issuer: issuer.url, provider: 'github' }],
        mappings: [
          {
            issuer: issuer.url,
            claims: { repository_id: 101 },
            entities: ['component:default/app'],
            channels: ['release', 'change'],
            actions: ['submit', 'read'],
          },
          {
            issuer: issuer.url,
            claims: { repository_id: '202', repository: 'hotpass/changes' },
            entities: ['component:default/app'],
          },
        ],
      },
    });
  });

  afterAll(async () => {
    await world.close();
    issuer.close();
  });

  const refused = async (token: string, query: Record<string, string> = {}) => {
    const before = await world.knex('receipt').count({ n: '*' });
    const { status, body } = await world.push(token, query);
    expect(await world.knex('receipt').count({ n: '*' })).toEqual(before);
    return { status, code: body.error.code, message: body.error.message };
  };

  it('takes a release of a push to a protected ref, and keeps who sent it', async () => {
    const answer = await world.push(await issuer.sign(), {
      channel: 'release',
    });
    expect(answer.body.error).toBeUndefined();
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      status: 'accepted',
      release: { channel: 'release' },
      evidence: {
        receivedFrom: {
          type: 'pipeline',
          ref: `pipeline:github/${encodeURIComponent(
            new URL(issuer.url).host,
          )}/101`,
        },
      },
    });
    const row = await world
      .knex('receipt')
      .where('uid', answer.body.id)
      .first();
    expect(row).toMatchObject({
      principal_type: 'pipeline',
      source: 'hotpass/portal @ Release',
      via: 'http',
    });
    const claims = JSON.parse(row.claims);
    expect(claims).toMatchObject({
      iss: issuer.url,
      repository_id: '101',
      ref_protected: 'true',
    });
    expect(JSON.stringify(claims)).not.toMatch(/\bada\b/);
  });

  it('takes the highest channel when none is said, and lowers it when told', async () => {
    const channelOf = async (claims: object, query = {}) =>
      (await world.push(await issuer.sign({ ...claims }), query)).body.release
        ?.channel;
    expect(await channelOf({})).toBe('release');
    expect(await channelOf({}, { channel: 'change' })).toBe('change');
    expect(await channelOf({ event_name: 'pull_request' })).toBe('change');
    expect(await channelOf({ ref_protected: 'false' })).toBe('change');
  });

  it.each([
    ['a pull request', { event_name: 'pull_request' }, `'pull_request'`],
    [
      'pull_request_target, whose ref is the protected main',
      { event_name: 'pull_request_target' },
      `'pull_request_target'`,
    ],
    ['workflow_run', { event_name: 'workflow_run' }, `'workflow_run'`],
    ['an unprotected ref', { ref_protected: 'false' }, `'false'`],
    ['no word on protection', { ref_protected: undefined }, 'no ref_protected'],
    ['a list', { ref_protected: ['true'] }, 'no ref_protected'],
  ])('never takes a release of %s', async (_, claims, line) => {
    const answer = await refused(await issuer.sign(claims), {
      channel: 'release',
    });
    expect(answer).toMatchObject({ status: 403, code: 'channel-not-proven' });
    expect(answer.message).toContain(line);
    const refusal = await world.knex('refusal').orderBy('id', 'desc').first();
    expect(refusal).toMatchObject({
      code: 'channel-not-proven',
      principal_type: 'pipeline',
      source: 'hotpass/portal @ Release',
    });
  });

  it('goes by ids: a renamed repository is the same, a namesake is not', async () => {
    const renamed = { repository: 'hotpass/portal-2', sub: 'repo:other' };
    expect((await world.push(await issuer.sign(renamed))).status).toBe(201);

    const answer = await refused(
      await issuer.sign({ repository_id: '999', repository_owner_id: '666' }),
    );
    expect(answer).toMatchObject({ status: 403, code: 'pipeline-not-mapped' });
    expect(answer.message).toContain(`repository_id '999'`);
    expect(answer.message).toContain(`repository_owner_id '666'`);
    // A homoglyph beside the right id: both claims of the mapping must hold
    const cyrillic = { repository_id: '202', repository: 'hotpass/сhanges' };
    expect(await refused(await issuer.sign(cyrillic))).toMatchObject({
      code: 'pipeline-not-mapped',
    });
    for (const repository_id of [101.5, ' 101', '0101', ['101'], undefined]) {
      expect(await refused(await issuer.sign({ repository_id }))).toMatchObject(
        {
          code: 'pipeline-not-mapped',
        },
      );
    }
    const number = await issuer.sign({ repository_id: 101 });
    expect((await world.push(number)).status).toBe(201);
  });

  it('holds it to its mapping: entity, channel, action', async () => {
    const changes = { repository_id: '202', repository: 'hotpass/changes' };
    expect(
      await refused(await issuer.sign(changes), { channel: 'release' }),
    ).toMatchObject({ status: 403, code: 'channel-not-granted' });
    expect(
      await refused(await issuer.sign(), { entity: 'component:default/other' }),
    ).toMatchObject({ status: 403, code: 'entity-not-granted' });

    const sent = await world.push(await issuer.sign(changes), {
      channel: 'change',
      release: '7@abc',
    });
    expect(sent.status).toBe(201);
    const gate =
      '/entities/component/default/app/gate?release=7@abc&channel=change';
    expect((await world.get(await issuer.sign(changes), gate)).status).toBe(
      403,
    );
    const read = await issuer.sign();
    expect((await world.get(read, gate)).body.answer).toBe('yes');
    // A read uses nothing up
    const own = await world.get(read, `/receipts/${sent.body.id}`);
    expect(own.status).toBe(200);
    const other = await world.get(
      read,
      '/entities/component/default/other/posture',
    );
    expect(other.status).toBe(403);
    const { id, releaseId } = sent.body.evidence;
    const withdraw = await world.api
      .post(
        `${v1}/entities/component/default/app/releases/${releaseId}/evidence/${id}/withdraw`,
      )
      .set('Authorization', `Bearer ${await issuer.sign()}`)
      .send({ reason: 'not mine to withdraw' });
    expect(withdraw.status).toBe(403);
    for (const path of [
      '/portfolio',
      '/health/status',
      '/where-used?purl=pkg:npm/a',
      '/pipelines/mappings',
    ]) {
      expect((await world.get(await issuer.sign(), path)).status).toBe(401);
    }
  });

  it.each([
    ['another audience', { aud: 'https://other.example' }, 'token-audience'],
    ['sigstore', { aud: 'sigstore' }, 'token-audience'],
    ['ours and another', { aud: [AUDIENCE, 'sigstore'] }, 'token-audience'],
    ['no audience', { aud: undefined }, 'token-audience'],
    ['expired', { exp: 1_700_000_000 }, 'token-expired'],
    ['no expiry', { exp: undefined }, 'token-invalid'],
    ['old', { iat: 1_700_000_000, exp: 4_000_000_000 }, 'token-expired'],
    ['of the future', { iat: 4_000_000_000 }, 'token-invalid'],
    ['not yet', { nbf: 4_000_000_000 }, 'token-invalid'],
    ['without jti', { jti: undefined }, 'token-invalid'],
    ['with a numeric jti', { jti: 5 }, 'token-invalid'],
  ])('refuses a token: %s', async (_, claims, code) => {
    expect(await refused(await issuer.sign(claims))).toMatchObject({
      status: 401,
      code,
    });
  });

  it('takes a token of GitHub once for a key, whoever asks and however often', async () => {
    const token = await issuer.sign();
    const query = { release: '5.0.0' };
    const first = await world.push(token, query, 'first-key');
    expect(first.status).toBe(201);
    const again = await world.push(token, query, 'first-key');
    expect(again.body.id).toBe(first.body.id);
    for (const key of ['other-key', undefined]) {
      const replayed = await world.push(token, query, key);
      expect(replayed.status).toBe(401);
      expect(replayed.body.error.code).toBe('token-replayed');
    }
    // The key does not make another request of it
    const others: Record<string, string>[] = [
      { release: '5.0.1' },
      { entity: 'component:default/other', release: '5.0.0' },
      { ...query, channel: 'change' },
    ];
    for (const other of others) {
      const replayed = await world.push(token, other, 'first-key');
      expect(replayed.status).toBe(401);
      expect(replayed.body.error.code).toBe('token-replayed');
    }
    const refusedFirst = await issuer.sign();
    const other = { entity: 'component:default/nope', release: '5.0.0' };
    expect((await world.push(refusedFirst, other, 'same-key')).status).toBe(
      403,
    );
    expect(
      (await world.push(refusedFirst, query, 'same-key')).body.error.code,
    ).toBe('token-replayed');
    // An expiry that no database could hold
    const bare = await issuer.sign({ exp: 1e300 });
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(release => world.push(bare, { release })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 401, 401, 401,
    ]);
  });

  it('keeps the keys of its jobs apart: no branch takes those of a release', async () => {
    const { sub } = PUSH;
    const branch = {
      ref: 'refs/heads/x',
      ref_protected: 'false',
      sub: sub.replace('main', 'x'),
    };
    const send = async (claims: object, release: string) =>
      world.push(await issuer.sign({ ...claims }), { release }, 'shared-key');
    const taken = await send(branch, '77@abc');
    expect(taken.status).toBe(201);
    expect(taken.body.release.channel).toBe('change');
    const released = await send({}, '6.0.0');
    expect(released.body.error).toBeUndefined();
    expect(released.status).toBe(201);
    expect((await send({}, '6.0.0')).body.id).toBe(released.body.id);
    expect((await send(branch, '77@abc')).body.id).toBe(taken.body.id);
    // Another branch's job is another job, and one job has one document for a key
    const sibling = { ...branch, sub: sub.replace('main', 'y') };
    expect((await send(sibling, '8@def')).status).toBe(201);
    expect((await send({}, '6.0.1')).body.error.code).toBe(
      'idempotency-key-reused',
    );
  });

  it('believes no look-alike issuer', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    for (const iss of [
      `${issuer.url}/`,
      issuer.url.toUpperCase(),
      issuer.url.replace('127.0.0.1', 'localhost'),
      `${issuer.url}@evil.example`,
    ]) {
      expect((await world.push(await issuer.sign({ iss }))).status).toBe(401);
    }
    // The right name under another's key
    const forged = await issuer.sign({}, { key: privateKey });
    expect(await refused(forged)).toMatchObject({ code: 'token-signature' });
  });

  it('believes neither unsigned, nor symmetric, nor altered tokens', async () => {
    const [header, payload, signature] = (await issuer.sign()).split('.');
    const encode = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const decoded = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const altered = encode({ ...decoded, repository_id: '101', x: 1 });
    const publicKey = await importJWK(
      issuer.state.keys.get('one')!.jwk,
      'RS256',
    );
    const pem = await exportSPKI(publicKey as never);
    const symmetric = await new SignJWT(decoded)
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(Buffer.from(pem));
    const tokens = [
      `${encode({ alg: 'none', kid: 'one' })}.${payload}.`,
      `${encode({ alg: 'none' })}.${payload}.${signature}`,
      symmetric,
      `${header}.${altered}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -8)}AAAAAAAA`,
    ];
    for (const token of tokens) {
      expect(await refused(token)).toMatchObject({
        status: 401,
        code: 'token-signature',
      });
    }
    expect((await world.push(`${header}.${payload}`)).status).toBe(401);
  });

  it('follows the issuer when it changes its keys', async () => {
    const old = await issuer.sign();
    const before = issuer.state.keys.get('one')!;
    await issuer.addKey('two', 'ES256');
    issuer.state.keys.delete('one');
    const options = { kid: 'two', alg: 'ES256' };
    expect((await world.push(await issuer.sign({}, options))).status).toBe(201);
    expect(await refused(old)).toMatchObject({ code: 'token-signature' });
    issuer.state.keys.set('one', before);
  });

  it('believes nobody while the issuer is down, and says whose fault it is', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const unknown = { kid: 'three', key: privateKey };
    issuer.state.up = false;
    const answer = await world.push(await issuer.sign({}, unknown));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body.error.code).toBe('issuer-unavailable');
    // Keys that are known are still good
    const known = await issuer.sign({}, { kid: 'two', alg: 'ES256' });
    expect((await world.push(known)).status).toBe(201);
    issuer.state.up = true;
    expect(await refused(await issuer.sign({}, unknown))).toMatchObject({
      status: 401,
    });
    expect((await world.push(await issuer.sign())).status).toBe(201);
  });

  it('lets nobody through who is not known, on any route', async () => {
    const unmapped = await issuer.sign({ repository_id: '999' });
    const [head, payload] = unmapped.split('.');
    const callers = {
      nobody: '',
      basic: `Basic ${unmapped}`,
      unsigned: `Bearer ${head}.${payload}.`,
      unmapped: `Bearer ${unmapped}`,
    };
    for (const [path, methods] of Object.entries(spec.paths)) {
      const url = `/api/supply-chain${path.replace(/\{\w+\}/g, 'app')}`;
      const isOpen =
        /^\/v1\/(artifacts|receipts|entities)\b/.test(path) &&
        // Only a person's word counts
        !path.endsWith('/trust/confirm');
      for (const method of Object.keys(methods) as ('get' | 'post')[]) {
        const statuses: Record<string, number> = {};
        for (const [caller, header] of Object.entries(callers)) {
          const { status } = await world.api[method](url)
            .set('Authorization', header)
            .send();
          statuses[caller] = status;
        }
        expect({ method, path, ...statuses }).toEqual({
          method,
          path,
          nobody: 401,
          basic: 401,
          unsigned: 401,
          unmapped: isOpen ? 403 : 401,
        });
      }
    }
  });

  it('shows people the mappings and tries claims by the same rule', async () => {
    const asPerson = mockCredentials.user.header();
    const shown = await world.api
      .get(`${v1}/pipelines/mappings`)
      .set('Authorization', asPerson);
    expect(shown.body).toMatchObject({
      audience: AUDIENCE,
      maxTokenAgeSeconds: 3600,
      issuers: [{ issuer: issuer.url, provider: 'github' }],
      mappings: [
        { claims: { repository_id: '101' } },
        { channels: ['change'] },
      ],
    });
    const explain = async (claims: object | undefined) =>
      (
        await world.api
          .post(`${v1}/pipelines/explain`)
          .set('Authorization', asPerson)
          .send({ claims })
      ).body;
    expect(await explain({ ...PUSH, iss: issuer.url })).toMatchObject({
      mapping: 0,
      channel: 'release',
      entities: ['component:default/app'],
      actions: ['submit', 'read'],
    });
    expect(await explain(undefined)).toMatchObject({
      channels: [],
      reason: expect.stringContaining('no iss'),
    });
  });

  it('forgets tokens that have expired, and no others', async () => {
    const tx = world.knex;
    await world.push(await issuer.sign());
    const used = await tx('pipeline_token').count({ n: '*' }).first();
    expect(await deleteExpiredTokens({ tx, now: Date.now() })).toBe(0);
    const later = Date.now() + 320_000;
    // All but the one without end
    expect(await deleteExpiredTokens({ tx, now: later })).toBe(
      Number(used!.n) - 1,
    );
    expect(await tx('pipeline_token')).toHaveLength(1);
  });

  it('writes no token anywhere', async () => {
    const token = await issuer.sign({ repository_id: '999' });
    await world.push(token);
    await world.push(await issuer.sign({ aud: 'x' }));
    const said = inspect(
      [
        world.logger.error.mock.calls,
        world.logger.warn.mock.calls,
        world.logger.info.mock.calls,
        world.logger.debug.mock.calls,
        world.auditor.createEvent.mock.calls,
        await world.knex('receipt'),
        await world.knex('refusal'),
        await world.knex('pipeline_token'),
      ],
      { depth: 20, maxArrayLength: null, maxStringLength: null },
    );
    expect(said).toContain('issuer-unavailable');
    expect(said).not.toContain('eyJ');
    expect(said).not.toContain(PUSH.user_email);
  });
});
