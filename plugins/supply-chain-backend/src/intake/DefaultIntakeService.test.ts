import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';
import { Submission } from './types';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const principal = { type: 'service' as const, ref: 'external:ci' };

function sending(
  body: Buffer | Readable,
  more: Partial<Submission> = {},
): Submission {
  return {
    body: Buffer.isBuffer(body) ? Readable.from([body]) : body,
    entityRef: 'component:default/app',
    version: '1.0.0',
    principal,
    via: 'http',
    ...more,
  };
}

describe.each(databases.eachSupportedId())('intake on %p', databaseId => {
  const open: { close(): Promise<void> }[] = [];
  const setUp = async (config?: object) => {
    const knex = await databases.init(databaseId);
    const side = await writeSideOf({ knex, config });
    open.push(side.workers);
    return { ...side, knex };
  };
  afterEach(async () => {
    for (const workers of open.splice(0)) await workers.close();
  });

  it('takes an SBOM in, judges it, and knows it the next time', async () => {
    const { intake, knex, store, signals, events } = await setUp();
    const bytes = cycloneDx({ name: 'app', version: '1.0.0' }, [
      'left@1.0.0',
      'right@2.0.0',
    ]);
    const first = await intake.submit(sending(bytes));
    expect(first).toMatchObject({ status: 'accepted', judged: true });

    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kept: Buffer[] = [];
    for await (const chunk of await store.open(sha256)) kept.push(chunk);
    expect(Buffer.concat(kept)).toEqual(bytes);

    const where = await knex('current_component as c')
      .join('component as k', 'k.id', 'c.component_id')
      .orderBy('k.key')
      .select('k.key', 'c.flags');
    expect(where).toEqual([
      { key: 'pkg:npm/left@1.0.0', flags: 1 },
      { key: 'pkg:npm/right@2.0.0', flags: 1 },
    ]);
    const [decision] = await knex('decision');
    expect(decision.verdict).toMatch(/^(passed|failed|incomplete)$/);
    const [subject] = await knex('subject');
    expect(subject.state).not.toBe('not-known');
    // Every signed-in user hears it, so it names nothing
    expect(signals.publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'supply-chain',
      message: { type: 'posture-changed', signalId: subject.uid },
    });
    expect(JSON.stringify(signals.publish.mock.calls)).not.toMatch(
      /app|1\.0\.0/,
    );
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'supply-chain',
      eventPayload: {
        type: 'posture-changed',
        entityRef: 'component:default/app',
      },
    });

    const again = await intake.submit(
      sending(zstdCompressSync(bytes), { contentEncoding: 'zstd' }),
    );
    expect(again).toMatchObject({
      status: 'known',
      evidenceUid: first.evidenceUid,
      judged: true,
    });
    const counts = await Promise.all(
      ['artifact', 'reading', 'evidence', 'receipt', 'decision'].map(
        async table => (await knex(table)).length,
      ),
    );
    expect(counts).toEqual([1, 1, 1, 2, 1]);

    // Every leaf hashes as RFC 9162 says, and names no sender
    for (const event of await knex('event')) {
      const hash = createHash('sha256').update(Buffer.of(0)).update(event.leaf);
      expect(event.leaf_hash).toBe(hash.digest('hex'));
      expect(event.leaf.toString()).not.toContain(principal.ref);
    }
  });

  it('does not say that a release was judged when judging failed', async () => {
    const { intake, workers, knex } = await setUp();
    jest.spyOn(workers, 'judge').mockRejectedValueOnce(new Error('no memory'));
    const bytes = cycloneDx({ name: 'app', version: '1' }, ['a@1.0.0']);
    expect(await intake.submit(sending(bytes))).toMatchObject({
      status: 'accepted',
      judged: false,
    });
    expect(await knex('decision')).toHaveLength(0);
  });

  it('keeps no judgement that another replica has overtaken', async () => {
    const { intake, workers, knex } = await setUp();
    const { judge } = workers;
    jest.spyOn(workers, 'judge').mockImplementationOnce(async (...asked) => {
      const judgement = await judge.apply(workers, asked);
      await knex('release').update({ judge_asked: 2, judge_done: 2 });
      return judgement;
    });
    const bytes = cycloneDx({ name: 'app', version: '1' }, ['a@1.0.0']);
    await intake.submit(sending(bytes));
    expect(await knex('decision')).toHaveLength(0);
  });

  it('refuses visibly, keeps nothing of it, and says why', async () => {
    const { intake, knex, directory } = await setUp({
      limits: { maxBytes: 4000 },
    });
    const gone = new PassThrough();
    const abort = new AbortController();
    gone.write('{"bomFormat":');
    setTimeout(() => abort.abort(), 20);
    const cases: [Submission, number, string][] = [
      [sending(Buffer.from('')), 400, 'empty'],
      [sending(Buffer.alloc(5000, ' ')), 413, 'too-large'],
      [
        sending(gzipSync(Buffer.alloc(50_000)), { contentEncoding: 'gzip' }),
        413,
        'expands-too-much',
      ],
      [
        sending(Buffer.from('no gzip'), { contentEncoding: 'gzip' }),
        400,
        'bad-encoding',
      ],
      [sending(Buffer.from('{"a":1')), 400, 'invalid-json'],
      [sending(Buffer.from('{"hello":"world"}')), 415, 'unknown-format'],
      [
        sending(
          Buffer.from(
            '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"version":2,"signature":{"algorithm":"ES256","value":"eA"}}',
          ),
        ),
        422,
        'ambiguous',
      ],
      [
        sending(Buffer.from('{}'), { entityRef: 'component:default/none' }),
        404,
        'entity-unknown',
      ],
      [sending(gone, { signal: abort.signal }), 499, 'client-gone'],
      [
        sending(cycloneDx({ name: 'a', version: '1' }, ['a@1.0.0']), {
          permitted: { kinds: ['scan'], madeAt: false },
        }),
        403,
        'kind-not-granted',
      ],
    ];
    for (const [submission, statusCode, code] of cases) {
      const error = await intake.submit(submission).catch(e => e);
      expect(error).toMatchObject({ statusCode, code });
      const [row] = await knex('refusal').where({ uid: error.refusalId });
      expect(row).toMatchObject({ code, status: statusCode });
      expect(await intake.getReceipt(error.refusalId)).toMatchObject({
        status: 'refused',
      });
    }
    expect(await knex('receipt')).toEqual([]);
    expect(await knex('release')).toEqual([]);
    expect(await readdir(directory)).toEqual(['tmp']);
    expect(await readdir(`${directory}/tmp`)).toEqual([]);
    expect(intake.processing).toBe(0);
  });

  it('ends in the same inventory whatever the order of arrival', async () => {
    const documents = [
      { version: '1.0.0', madeAt: 1000, names: ['a@1.0.0', 'b@1.0.0'] },
      { version: '2.0.0', madeAt: 2000, names: ['a@2.0.0', 'b@1.0.0'] },
      { version: '0.9.0', madeAt: 3000, names: ['c@1.0.0'] },
      {
        version: '7@abc',
        madeAt: 4000,
        names: ['d@1.0.0'],
        channel: 'change' as const,
      },
    ];
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ];
    const outcomes: unknown[] = [];
    for (const order of orders) {
      const { intake, knex } = await setUp();
      for (const index of order) {
        const { version, madeAt, names, channel } = documents[index];
        await intake.submit(
          sending(cycloneDx({ name: 'app', version }, names), {
            version,
            channel,
            madeAt: new Date(madeAt),
            permitted: { madeAt: true },
          }),
        );
      }
      const newest = await knex('subject as s')
        .join('release as r', 'r.id', 's.newest_release_id')
        .first('r.version', 's.state');
      const rows = await knex('current_component as c')
        .join('component as k', 'k.id', 'c.component_id')
        .orderBy('k.key')
        .select('k.key', 'c.flags');
      outcomes.push({ newest, rows });
    }
    expect(outcomes[0]).toMatchObject({
      newest: { version: '0.9.0' },
      rows: [{ key: 'pkg:npm/c@1.0.0', flags: 1 }],
    });
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  it('records two equal arrivals at the same time once', async () => {
    const { intake, knex } = await setUp({
      limits: { maxConcurrentIntakesPerPrincipal: 3 },
    });
    const bytes = cycloneDx({ name: 'app', version: '1' }, ['a@1.0.0']);
    const results = await Promise.all(
      [1, 2, 3].map(() => intake.submit(sending(bytes))),
    );
    expect(results.map(result => result.status).sort()).toEqual([
      'accepted',
      'known',
      'known',
    ]);
    expect(await knex('evidence')).toHaveLength(1);
    expect(await knex('receipt')).toHaveLength(3);
  });
});
