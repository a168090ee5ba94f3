import { TestDatabases } from '@backstage/backend-test-utils';
import { pipelineWorld } from './__testUtils__/pipelineWorld';
import { AUDIENCE, testIssuer } from './__testUtils__/testIssuer';
import { deleteExpiredTokens, useToken } from './operations/useToken';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** What a job of GitLab says on a push to a protected branch. */
const JOB = {
  project_id: '42',
  project_path: 'hotpass/portal',
  pipeline_source: 'push',
  ref_protected: 'true',
};

describe.each(databases.eachSupportedId())('a job’s one token on %p', id => {
  let issuer: Awaited<ReturnType<typeof testIssuer>>;
  let world: Awaited<ReturnType<typeof pipelineWorld>>;

  beforeAll(async () => {
    issuer = await testIssuer();
    world = await pipelineWorld({
      knex: await databases.init(id),
      keys: { cooldownMs: 0, backOffMs: 0 },
      pipelines: {
        audience: AUDIENCE,
        issuers: [{ issuer: issuer.url, provider: 'gitlab' }],
        mappings: [
          {
            issuer: issuer.url,
            claims: { project_id: 42 },
            entities: ['component:default/app'],
            channels: ['release', 'change'],
          },
        ],
      },
    });
  });

  afterAll(async () => {
    await world.close();
    issuer.close();
  });

  it('sends several documents, each by a key of its own', async () => {
    const token = await issuer.sign(JOB);
    const send = (release: string, key?: string) =>
      world.push(token, { release }, key);
    const answers = [];
    for (const version of ['1.0.0', '1.0.1', '1.0.2']) {
      answers.push(await send(version, `key-of-${version}`));
    }
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    // The same again is the same arrival; the key for anything else is a conflict
    const again = await send('1.0.0', 'key-of-1.0.0');
    expect(again.body.id).toBe(answers[0].body.id);
    const elsewhere = await send('9.9.9', 'key-of-1.0.0');
    expect(elsewhere.status).toBe(409);
    expect(elsewhere.body.error.code).toBe('idempotency-key-reused');
    const bytes = await world.api
      .post('/api/supply-chain/v1/artifacts')
      .query({ entity: 'component:default/app', release: '1.0.0' })
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'application/octet-stream')
      .set('Idempotency-Key', 'key-of-1.0.0')
      .send(Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.5"}'));
    expect(bytes.status).toBe(409);
    // Without a key it could be anybody
    const bare = await send('1.0.3');
    expect(bare.status).toBe(401);
    expect(bare.body.error).toMatchObject({
      code: 'token-replayed',
      message: expect.stringContaining('Idempotency-Key of its own'),
    });
    expect(
      await world.knex('release').whereIn('version', ['1.0.3', '9.9.9']),
    ).toEqual([]);
  });

  it('is spent by a document without a key', async () => {
    const token = await issuer.sign(JOB);
    const answers = await Promise.all(
      [1, 2, 3].map(n => world.push(token, { release: `2.0.${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    const keyed = await world.push(token, { release: '2.1.0' }, 'some-key-1');
    expect(keyed.body.error.code).toBe('token-replayed');
  });

  it('ends at its cap, for all replicas together, and is forgotten', async () => {
    const { knex } = world;
    const use = (key: string | undefined, maxUses = 5) =>
      useToken({
        tx: knex,
        issuer: 'https://gitlab.example',
        jti: 'one',
        request: 'POST /v1/artifacts',
        idempotencyKey: key,
        maxUses,
        expiresAt: 1000,
      });
    const keys = [...'abcdefgh', ...'abcdefgh'];
    const uses = await Promise.all(keys.map(key => use(key)));
    expect(uses.filter(found => found === 'used-up')).toHaveLength(6);
    const allowed = keys.filter((_, at) => uses[at] === 'allowed');
    expect(new Set(allowed).size).toBe(5);
    expect(allowed).toHaveLength(10);
    expect(await use(allowed[0])).toBe('allowed');
    expect(await use(undefined)).toBe('replayed');
    expect(await deleteExpiredTokens({ tx: knex, now: 1000 })).toBe(0);
    expect(await deleteExpiredTokens({ tx: knex, now: 1001 })).toBe(1);
    expect(await use('i')).toBe('allowed');

    const token = await issuer.sign(JOB);
    await knex('pipeline_token_use').delete();
    const first = await world.push(token, { release: '3.0.0' }, 'first-key');
    const [{ token_hash }] = await knex('pipeline_token_use');
    await knex('pipeline_token_use').insert(
      Array.from({ length: 199 }, (_, n) => ({ token_hash, use_hash: `${n}` })),
    );
    const more = await world.push(token, { release: '3.0.1' }, 'other-key');
    expect(more.status).toBe(401);
    expect(more.body.error).toMatchObject({
      code: 'token-used-up',
      message: expect.stringContaining('200 documents'),
    });
    const repeated = await world.push(token, { release: '3.0.0' }, 'first-key');
    expect(repeated.body.id).toBe(first.body.id);
  });
});
