import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createEvidenceWorkers,
  EvidenceWorkers,
} from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { listOutputs } from '../database/operations/releases/listOutputs';
import { DefaultErasureService } from '../erasure/DefaultErasureService';
import { coveredReleases } from '../holds/operations/coveredReleases';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';
import { Submission } from '../intake/types';
import { TombstoneJournal } from '../retention/tombstones/TombstoneJournal';
import {
  aSigner,
  declared,
  provenance,
  REPOSITORY,
  sbomStatement,
  TestSigner,
  trusting,
} from './__testUtils__/signing';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const root = { name: 'app', version: '1.0.0' };

describe.each(databases.eachSupportedId())('trust on %p', databaseId => {
  let knex: Knex;
  let workers: EvidenceWorkers;
  let ci: TestSigner;
  let stranger: TestSigner;
  let store: string | undefined;

  beforeAll(async () => {
    workers = createEvidenceWorkers();
    ci = await aSigner('ci');
    stranger = await aSigner('stranger');
  });
  afterAll(() => workers.close());
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    store = undefined;
  });

  /** The write side as a start of the portal with this config makes it. */
  const start = async (trust: object = trusting([ci])) => {
    const side = await writeSideOf({
      knex,
      workers,
      config: { trust },
      storeIn: store,
    });
    store = side.directory;
    return side;
  };
  type Side = Awaited<ReturnType<typeof start>>;
  const send = async (
    side: Side,
    bytes: Uint8Array,
    more: Partial<Submission> = {},
  ) => {
    const result = await side.intake.submit({
      body: Readable.from([bytes]),
      entityRef: 'component:default/app',
      version: '1.0.0',
      principal: { type: 'service', ref: 'external:ci' },
      via: 'http',
      ...more,
    });
    expect(result.judged).toBe(true);
    return result.evidenceUid!;
  };
  const evidence = async (uid: string) => {
    const row = await knex('evidence').where({ uid }).first();
    return {
      signature: JSON.parse(row.signature),
      bound: JSON.parse(row.bound),
      trust: JSON.parse(row.trust),
      line: row.trust_line,
      current: Boolean(row.current),
    };
  };
  const release = async (version = '1.0.0') => {
    const row = await knex('release').where({ version }).first();
    const decision = await knex('decision')
      .where({ id: row.decision_id })
      .first();
    const rules: { code: string; status: string; hits: any[] }[] = JSON.parse(
      decision.rules,
    );
    return {
      ...JSON.parse(row.trust),
      verdict: decision.verdict,
      statusOf: (code: string) =>
        rules.find(rule => rule.code === code)?.status,
    };
  };
  const inUse = () =>
    knex('current_component as c')
      .join('component as k', 'k.id', 'c.component_id')
      .orderBy('k.name')
      .pluck('k.name');

  it('binds, attests and levels what a trusted signer vouches for, and keeps why', async () => {
    const side = await start();
    const sbom = await send(
      side,
      ci.sign(sbomStatement(['app.tgz'], cycloneDx(root, ['a@1.0.0']))),
    );
    // Nobody has attested the output yet
    expect(await evidence(sbom)).toMatchObject({
      signature: { state: 'verified', by: `key ${ci.id}` },
      trust: { state: 'trusted', line: 'ci-line' },
      bound: { state: 'placed' },
    });
    const built = await send(side, ci.sign(provenance(['app.tgz'])));
    expect(await release()).toMatchObject({
      buildLevel: 2,
      sealedBy: built,
      adoption: { reached: 'signed' },
      outputs: [
        { name: 'app.tgz', authority: 'attested', level: 2, evidenceId: built },
      ],
    });
    expect(await evidence(sbom)).toMatchObject({
      bound: { state: 'bound', authority: 'attested' },
      line: 'ci-line',
    });
    const [row] = await knex('verification').where({
      sha256: (await knex('evidence').where({ uid: built }).first()).sha256,
    });
    const applied = await side.policies.current();
    expect(row.policy_digest).toBe(applied.digest);
    expect(await knex('output').select('name', 'authority')).toEqual([
      { name: 'app.tgz', authority: 'attested' },
    ]);
  });

  it('raises nothing for what is unverified, unbound or only declared, ever after', async () => {
    let side = await start();
    const outputs = [declared('app.tgz')];
    const bad = ci.sign(provenance(['app.tgz']));
    const tampered = JSON.parse(bad.toString());
    tampered.dsseEnvelope.payload = Buffer.from(
      provenance(['app.tgz'], { invocation: 'forged' }),
    ).toString('base64');
    const ids = {
      unsigned: await send(side, provenance(['app.tgz']), {
        stream: 'unsigned',
        outputs,
      }),
      strange: await send(side, stranger.sign(provenance(['app.tgz'])), {
        stream: 'strange',
      }),
      elsewhere: await send(side, ci.sign(provenance(['other.tgz'])), {
        version: '2.0.0',
        stream: 'elsewhere',
        outputs: [declared('app.tgz')],
      }),
    };
    const check = async () => {
      expect(await release()).toMatchObject({
        buildLevel: 0,
        adoption: { reached: 'digests-only' },
        outputs: [{ name: 'app.tgz', authority: 'declared', level: 0 }],
      });
      expect((await evidence(ids.unsigned)).trust.state).toBe('none');
      expect((await evidence(ids.strange)).trust.state).toBe('none');
      // What it attests is not what was declared
      const second = await release('2.0.0');
      expect(second.buildLevel).toBe(0);
      expect(
        second.outputs.find(({ name }: { name: string }) => name === 'app.tgz')
          .level,
      ).toBe(0);
    };
    await check();
    // A restart
    side = await start();
    await side.reassess.run();
    await side.rejudge.run();
    await check();
    // The same bytes again
    await send(side, stranger.sign(provenance(['app.tgz'])), {
      stream: 'strange-again',
    });
    await send(side, provenance(['app.tgz']), { stream: 'unsigned' });
    await check();
    // A config that changed elsewhere
    side = await start(trusting([ci], { until: '2020-01-01T00:00:00Z' }));
    await side.reassess.run();
    await check();
    // And one that was tampered with, in a trusted name
    side = await start();
    await side.reassess.run();
    const forged = await send(side, Buffer.from(JSON.stringify(tampered)), {
      stream: 'forged',
    });
    expect(await evidence(forged)).toMatchObject({
      signature: { state: 'failed' },
      line: null,
    });
    await check();
  });

  it('notes a bad signature by nobody, and denies one in a trusted name', async () => {
    const side = await start();
    const broken = (signer: TestSigner) => {
      const bundle = JSON.parse(signer.sign(provenance(['a'])).toString());
      bundle.dsseEnvelope.signatures[0].sig = JSON.parse(
        signer.sign(provenance(['b'])).toString(),
      ).dsseEnvelope.signatures[0].sig;
      return Buffer.from(JSON.stringify(bundle));
    };
    await send(side, cycloneDx(root, ['a@1.0.0']));
    const { verdict: before } = await release();
    const unknown = await send(side, broken(stranger));
    expect((await evidence(unknown)).trust.state).toBe('none');
    expect((await release()).verdict).toBe(before);
    expect(before).toBe('passed');
    await send(side, broken(ci), { stream: 'ci' });
    expect((await release()).verdict).toBe('failed');
  });

  it('has a trusted document give way only to a trusted one that is not older', async () => {
    const side = await start();
    const stream = { stream: 'app' };
    const sbom = (name: string) =>
      sbomStatement(['app.tgz'], cycloneDx(root, [`${name}@1.0.0`]));
    const signed = ci.sign(sbom('signed'));
    const first = await send(side, signed, stream);
    const loose = await send(side, cycloneDx(root, ['unsigned@1.0.0']), stream);
    expect((await evidence(first)).current).toBe(true);
    expect((await evidence(loose)).current).toBe(false);
    expect(await inUse()).toEqual(['signed']);
    const second = await send(side, ci.sign(sbom('later')), stream);
    expect((await evidence(second)).current).toBe(true);
    expect(await inUse()).toEqual(['later']);
    // The first one again is no news
    expect(await send(side, signed, stream)).toBe(first);
    expect((await evidence(second)).current).toBe(true);
    expect((await evidence(first)).current).toBe(false);
    expect(await inUse()).toEqual(['later']);

    // Nobody is trusted any more: what came last counts, and it is in use
    const bare = await start({});
    await bare.reassess.run();
    const currents = await knex('evidence').where({ current: true });
    expect(currents).toHaveLength(1);
    expect(currents[0].trust_line).toBeNull();
    const last = await knex('evidence').orderBy('id', 'desc').first();
    expect(currents[0].id).toBe(last.id);
  });

  it('judges all that relied on a line again when it is revoked, and keeps what was found before', async () => {
    let side = await start();
    const built = await send(side, ci.sign(provenance(['app.tgz'])));
    const older = await send(side, ci.sign(provenance(['old.tgz'])), {
      version: '0.9.0',
    });
    const decisions = async () =>
      (await knex('decision').count({ n: '*' }).first())!.n;
    const before = Number(await decisions());
    // Everything had arrived before that
    side = await start(
      trusting([ci], {
        revoked: { reason: 'compromised', since: '2100-01-01T00:00:00Z' },
      }),
    );
    await side.reassess.run();
    expect(Number(await decisions())).toBe(before + 2);
    expect((await evidence(built)).trust.state).toBe('trusted');

    side = await start(
      trusting([ci], {
        revoked: { reason: 'compromised', since: '2020-01-01T00:00:00Z' },
      }),
    );
    await side.reassess.run();
    for (const uid of [built, older]) {
      expect(await evidence(uid)).toMatchObject({
        signature: {
          // It still verifies, and did when it came
          state: 'verified',
          atReceipt: { state: 'verified' },
        },
        trust: { state: 'none', revoked: 'compromised', line: 'ci-line' },
        line: 'ci-line',
      });
    }
    expect(await release()).toMatchObject({ buildLevel: 0 });
    expect(await release('0.9.0')).toMatchObject({ buildLevel: 0 });
    expect(await knex('output').where({ authority: 'attested' })).toEqual([]);
    const releaseRow = await knex('release')
      .where({ version: '1.0.0' })
      .first();
    const listed = { tx: knex, releaseId: releaseRow.id };
    expect(await listOutputs(listed)).toEqual([]);
    // What was shipped can still be held by its digest
    const { digest } = await knex('output')
      .where({ release_id: releaseRow.id, algorithm: 'sha256' })
      .first('digest');
    const target = { digest: `sha256:${digest}` };
    expect(await coveredReleases({ tx: knex, hold: { target } })).toEqual([
      releaseRow.id,
    ]);
    expect(
      await side.store.open((await knex('evidence').first()).sha256),
    ).toBeDefined();

    // The key is not even known any more
    side = await start({});
    await side.reassess.run();
    expect((await evidence(built)).signature).toMatchObject({
      state: 'unchecked',
      atReceipt: { state: 'verified' },
    });
    const digests = await knex('trust_policy').orderBy('id').pluck('digest');
    expect(new Set(digests).size).toBe(4);
    expect(
      await knex('event').where({ type: 'trust-policy-changed' }),
    ).toHaveLength(4);
  });

  it('follows one policy on every replica, and none goes back by running on', async () => {
    const old = await start(trusting([stranger]));
    const young = await start(trusting([ci]));
    const { digest } = await young.policies.current();
    expect((await old.policies.current()).digest).toBe(digest);
    const built = await send(old, ci.sign(provenance(['app.tgz'])));
    expect((await evidence(built)).line).toBe('ci-line');
    await Promise.all([old.reassess.run(), young.reassess.run()]);
    await old.policies.takeRoots();
    expect((await young.policies.current()).digest).toBe(digest);
    expect(await knex('trust_policy')).toHaveLength(2);
    // Starting together with the same config adds one policy
    const both = trusting([ci, stranger]);
    await Promise.all([start(both), start(both)]);
    expect(await knex('trust_policy')).toHaveLength(3);
    const rows = await knex('trust_policy').orderBy('id');
    const times = rows.map(row => Number(row.since));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('takes up where a turn ended early', async () => {
    let side = await start();
    for (const version of ['1.0.0', '1.1.0', '1.2.0']) {
      await send(side, ci.sign(provenance([`app-${version}`])), { version });
    }
    side = await start({});
    const assess = jest.spyOn(workers, 'assess');
    const abort = new AbortController();
    assess.mockImplementationOnce(async (...asked) => {
      abort.abort();
      assess.mockRestore();
      return workers.assess(...asked);
    });
    await side.reassess.run(abort.signal);
    const { digest } = await side.policies.current();
    const done = () =>
      knex('verification').where({ policy_digest: digest }).count({ n: '*' });
    expect(Number((await done())[0].n)).toBeLessThan(3);
    await side.reassess.run();
    expect(Number((await done())[0].n)).toBe(3);
    expect(
      await knex('release').whereNot({ trust_policy_digest: digest }),
    ).toEqual([]);
    expect(await knex('evidence').whereNotNull('trust_line')).toEqual([]);
  });

  it('lets an entity’s author narrow what a line expects, and widen nothing', async () => {
    const side = await start();
    const built = await send(side, ci.sign(provenance(['app.tgz'])));
    expect((await release()).buildLevel).toBe(2);
    const annotate = async (build_repositories: string) => {
      await knex('subject').update({ build_repositories });
      await knex('release').increment('judge_asked', 1);
      await side.queue.judgeAll();
    };
    await annotate('https://git.example/acme/other');
    const narrowed = await release();
    expect(narrowed.buildLevel).toBe(1);
    expect(narrowed.unmet[built]).toMatchObject([
      { code: 'narrowed-repository' },
    ]);
    await annotate(`https://git.example/acme/other, ${REPOSITORY}`);
    expect((await release()).buildLevel).toBe(2);
    const wide = ci.sign(provenance(['b.tgz'], { builder: 'urn:other' }));
    await send(side, wide, { version: '2.0.0' });
    expect((await release('2.0.0')).buildLevel).toBe(1);
  });

  it('judges the newest release again when the policy expects more of signing', async () => {
    await send(await start({}), cycloneDx(root, ['a@1.0.0']));
    expect((await release()).adoption).toEqual({ reached: 'digests-only' });
    const from = '2020-01-01T00:00:00.000Z';
    const expecting = await start({
      adoption: [{ entities: ['component:*'], state: 'signed', from }],
    });
    await expecting.rejudge.run();
    const judged = await release();
    expect(judged.adoption).toMatchObject({ expected: 'signed' });
    expect(judged.verdict).toBe('failed');
  });

  it('keeps every output of provenance that names thousands, and lets go of them', async () => {
    const names = Array.from({ length: 2500 }, (_, at) => `part-${at}.tgz`);
    const side = await start();
    await send(side, ci.sign(provenance(names)));
    const attested = () =>
      knex('output').where({ authority: 'attested' }).pluck('name');
    expect((await attested()).sort()).toEqual([...names].sort());
    const nobody = await start({});
    await nobody.reassess.run();
    expect(await attested()).toEqual([]);
  });

  it('repeats nothing of a replaced statement after its erasure', async () => {
    const side = await start();
    const built = await send(side, ci.sign(provenance(['app.tgz'])));
    const { sha256 } = await knex('evidence').where({ uid: built }).first();
    await send(side, ci.sign(provenance(['app.tgz', 'more.tgz'])));
    expect(await knex('evidence').where({ uid: built }).first()).toMatchObject({
      sha256,
    });
    const now = await knex('evidence').where({ sha256 }).first('current');
    expect(Boolean(now.current)).toBe(false);
    expect(await release()).toMatchObject({ sealedBy: built });
    const erasures = new DefaultErasureService({
      database: side.database,
      store: side.store,
      journal: new TombstoneJournal({ directory: `${side.directory}-journal` }),
    });
    const asked = await erasures.request({
      digest: `sha256:${sha256}`,
      legalBasis: 'GDPR 17',
      reason: 'A name in it',
      principal: { type: 'user', ref: 'user:default/ada' },
    });
    await erasures.approve({
      uid: asked.id,
      reason: 'yes',
      principal: { type: 'user', ref: 'user:default/bob' },
    });
    await side.queue.judgeAll();
    const { trust } = await knex('release').first('trust');
    expect(trust).not.toContain(built);
    expect(await knex('verification').where({ sha256 })).toEqual([]);
  });

  it('takes a signature beside its file for the file', async () => {
    const side = await start();
    const bytes = cycloneDx(root, ['a@1.0.0']);
    const signature = await send(side, ci.sign(bytes), { kind: 'other' });
    const sbom = await send(side, bytes);
    expect(await evidence(signature)).toMatchObject({
      signature: { state: 'verified' },
    });
    expect(await evidence(sbom)).toMatchObject({
      signature: { state: 'verified', by: `key ${ci.id}` },
      trust: { state: 'trusted', line: 'ci-line' },
    });
  });
});
