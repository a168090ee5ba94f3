import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createEvidenceWorkers,
  EvidenceWorkers,
} from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';
import { listEvidence } from '../database/operations/releases/listEvidence';
import { Submission } from '../intake/types';
import {
  aSigner,
  declared,
  provenance,
  sha256,
  TestSigner,
  trusting,
} from './__testUtils__/signing';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const SBOM = cycloneDx({ name: 'app', version: '1.0.0' }, ['a@1.0.0']);

describe.each(databases.eachSupportedId())(
  'detached signatures on %p',
  databaseId => {
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
    const signature = (
      side: Side,
      bytes: Uint8Array,
      of: Uint8Array,
      more: Partial<Submission> = {},
    ) =>
      send(side, bytes, {
        signs: `sha256:${sha256(of)}`,
        fileName: 'sbom.json.sig',
        ...more,
      });
    const facts = async (uid: string) => {
      const row = await knex('evidence').where({ uid }).first();
      return {
        kind: row.kind,
        signature: JSON.parse(row.signature),
        bound: JSON.parse(row.bound),
        trust: JSON.parse(row.trust),
        current: Boolean(row.current),
      };
    };
    const release = async () => {
      const row = await knex('release').where({ version: '1.0.0' }).first();
      const decision = await knex('decision')
        .where({ id: row.decision_id })
        .first();
      const rules: { code: string; status: string }[] = JSON.parse(
        decision.rules,
      );
      return {
        ...JSON.parse(row.trust),
        statusOf: (code: string) =>
          rules.find(rule => rule.code === code)?.status,
      };
    };
    const refusal = async (
      side: Side,
      bytes: Uint8Array | string,
      more: Partial<Submission>,
    ) => {
      const sent = send(side, Buffer.from(bytes), more);
      await expect(sent).rejects.toThrow();
      const row = await knex('refusal').orderBy('id', 'desc').first();
      return { code: row.code, line: row.line_number ?? undefined };
    };

    it.each(['signature', 'document'])(
      'are of the document with that digest, whichever comes first: the %s',
      async first => {
        const side = await start();
        const bytes = ci.beside(SBOM);
        const ids: Record<string, string> = {};
        const steps = {
          signature: async () => {
            ids.signature = await signature(side, bytes, SBOM);
          },
          document: async () => {
            ids.document = await send(side, SBOM);
          },
        };
        const order =
          first === 'signature'
            ? (['signature', 'document'] as const)
            : (['document', 'signature'] as const);
        for (const step of order) await steps[step]();

        expect(await facts(ids.document)).toMatchObject({
          kind: 'sbom',
          signature: { state: 'verified', by: `key ${ci.id}` },
          trust: { state: 'trusted', line: 'ci-line' },
          bound: { state: 'placed' },
        });
        expect(await facts(ids.signature)).toMatchObject({
          kind: 'signature',
          signature: {
            state: 'verified',
            atReceipt: { state: 'verified' },
          },
          bound: {
            state: 'placed',
            reason: `It signs evidence of this release (${ids.document}).`,
          },
        });
        const kept = await side.store.open(sha256(bytes));
        expect(await buffer(kept)).toEqual(bytes);
        const row = await knex('release').first();
        const listed = await listEvidence({
          tx: knex,
          releaseId: row.id,
          releaseUid: row.uid,
        });
        expect(
          listed.find(({ evidence }) => evidence.id === ids.signature)!.evidence
            .signs,
        ).toEqual({
          digest: `sha256:${sha256(SBOM)}`,
          evidenceId: ids.document,
        });
      },
    );

    it('say so where the document never comes, and raise nothing', async () => {
      const side = await start();
      const built = provenance(['app.tgz']);
      const id = await signature(side, ci.beside(built), built);
      expect(await facts(id)).toMatchObject({
        signature: { state: 'verified' },
        bound: {
          state: 'neither',
          reason: `It signs sha256:${sha256(
            built,
          )}, which is neither evidence nor an output of this release.`,
        },
      });
      expect((await release()).buildLevel).toBe(0);
      // Nor does the document of another release
      await send(side, built, { version: '2.0.0' });
      expect((await release()).buildLevel).toBe(0);
    });

    it('give unsigned provenance the level of who signed these very bytes, and of nobody else', async () => {
      const side = await start();
      const outputs = [declared('app.tgz')];
      const built = provenance(['app.tgz']);
      const other = provenance(['app.tgz'], { invocation: '2' });
      const id = await send(side, built, { outputs });
      const as = (fileName: string) => ({ fileName });
      await signature(side, stranger.beside(built), built, as('stranger.sig'));
      await signature(side, ci.beside(other), other, as('other.sig'));
      // Of other bytes than these: the sender's word moves no signature
      await signature(side, ci.beside(SBOM), built, as('moved.sig'));
      expect(await release()).toMatchObject({ buildLevel: 0 });
      expect((await facts(id)).trust.state).toBe('none');
      await signature(side, ci.beside(built), built, as('ci.sig'));
      expect(await release()).toMatchObject({ buildLevel: 2, sealedBy: id });
      // All of them are there, and each tells for itself
      const rows = await knex('evidence').where({ kind: 'signature' });
      expect(rows.map(row => JSON.parse(row.signature).state).sort()).toEqual([
        'failed',
        'failed',
        'verified',
        'verified',
      ]);
      expect(rows.every(row => row.current)).toBe(true);
      // A restart, a re-judgement and the same bytes again change nothing
      const again = await start();
      await again.reassess.run();
      await again.rejudge.run();
      await signature(again, stranger.beside(SBOM), SBOM, as('more.sig'));
      expect(await release()).toMatchObject({ buildLevel: 2, sealedBy: id });
      // And no line means no level
      const distrusting = await start(trusting([await aSigner('nobody')]));
      await distrusting.reassess.run();
      expect((await facts(id)).trust.state).toBe('none');
      expect((await release()).buildLevel).toBe(0);
    });

    it('of strangers are noted and block nobody', async () => {
      const side = await start();
      const id = await send(side, SBOM);
      const before = await release();
      await signature(side, stranger.beside(SBOM), SBOM);
      const after = await release();
      expect(after.statusOf('SIG-002')).toBe('warning');
      expect(after.statusOf('SIG-001')).toBe('passed');
      expect(after.buildLevel).toBe(before.buildLevel);
      expect((await facts(id)).signature.state).toBe('none');
    });

    /** A bundle in CI's name whose signature does not fit. */
    const wrong = (of: Uint8Array, salt = 'other') => {
      const bundle = JSON.parse(ci.sign(of).toString());
      bundle.messageSignature.signature = ci
        .beside(Buffer.from(salt))
        .toString('base64');
      bundle.verificationMaterial.publicKey.hint = ci.id;
      return Buffer.from(JSON.stringify(bundle));
    };

    it('in a trusted name that do not hold deny', async () => {
      const side = await start();
      await send(side, SBOM);
      const id = await send(side, wrong(SBOM));
      expect(await facts(id)).toMatchObject({
        kind: 'signature',
        signature: { state: 'failed' },
        trust: { state: 'trusted', line: 'ci-line' },
      });
      expect((await release()).statusOf('SIG-001')).toBe('violation');
    });

    it.each(['the wrong one first', 'the wrong one last'])(
      'deny of one folder whatever is called alike in another: %s',
      async order => {
        const side = await start();
        const fileName = 'bom.json.sigstore.json';
        const web = cycloneDx({ name: 'web', version: '1.0.0' }, ['b@1.0.0']);
        for (const sbom of [SBOM, web]) {
          await send(side, sbom, { fileName: 'bom.json' });
        }
        const signatures = [wrong(SBOM), ci.sign(web)];
        if (order === 'the wrong one last') signatures.reverse();
        for (const bytes of signatures) await send(side, bytes, { fileName });
        expect((await release()).statusOf('SIG-001')).toBe('violation');
        const rows = await knex('evidence').where({ kind: 'signature' });
        expect(rows.map(row => Boolean(row.current))).toEqual([true, true]);
      },
    );

    it.each(['before', 'after'])(
      'deny whatever nobody vouches for came %s them, until they are withdrawn or made anew',
      async when => {
        const side = await start();
        const fileName = 'bom.sigstore.json';
        await send(side, SBOM);
        const junk = async () => {
          for (const bytes of [
            Buffer.from('-----BEGIN PGP SIGNATURE-----\n'),
            stranger.beside(SBOM),
            ci.beside(Buffer.from('other bytes')),
          ]) {
            await signature(side, bytes, SBOM, { fileName });
          }
          // Of another file it may hold, and says nothing of this one
          const other = Buffer.from('another file');
          await signature(side, ci.beside(other), other, { fileName });
          await send(side, stranger.sign(SBOM), { fileName });
        };
        if (when === 'before') await junk();
        const denied = await send(side, wrong(SBOM), { fileName });
        if (when === 'after') await junk();
        expect((await facts(denied)).current).toBe(true);
        expect((await release()).statusOf('SIG-001')).toBe('violation');
        // Withdrawing something else of the stream does not bring the junk up
        const other = await knex('evidence')
          .where({ kind: 'signature', current: false })
          .first();
        await side.intake.withdraw({
          evidenceUid: other.uid,
          reason: 'sent by mistake',
          principal: { type: 'user', ref: 'user:default/me' },
        });
        expect((await facts(denied)).current).toBe(true);

        const right = await send(side, ci.sign(SBOM), { fileName });
        expect(await facts(right)).toMatchObject({ current: true });
        expect(await facts(denied)).toMatchObject({ current: false });
        await side.rejudge.run();
        expect((await release()).statusOf('SIG-001')).toBe('passed');
      },
    );

    it('that need the file are checked with it, where it is of the same release', async () => {
      const hardware = await aSigner('hardware', 'ed25519');
      const trust = trusting([hardware]);
      const side = await start(trust);
      const bytes = hardware.beside(SBOM);
      const id = await signature(side, bytes, SBOM);
      expect((await facts(id)).signature.state).toBe('unchecked');
      const document = await send(side, SBOM);
      expect(await facts(document)).toMatchObject({
        signature: { state: 'verified' },
        trust: { state: 'trusted' },
      });
      // What another release holds tells nobody anything
      const elsewhere = await signature(side, bytes, SBOM, {
        version: '2.0.0',
      });
      expect((await facts(elsewhere)).signature.state).toBe('unchecked');
      // In a bundle too
      const bundle = await send(side, hardware.sign(SBOM));
      expect((await facts(bundle)).signature.state).toBe('verified');
      const later = await start(
        trusting([hardware], { until: '2030-01-01T00:00:00Z' }),
      );
      await later.reassess.run();
      expect((await facts(document)).signature.state).toBe('verified');
      expect((await facts(elsewhere)).signature.state).toBe('unchecked');
      // Where only the reading tells what a bundle signs, the row learns it
      const place = { uid: bundle };
      await knex('evidence').where(place).update({ signs: null });
      const latest = await start(
        trusting([hardware], { until: '2031-01-01T00:00:00Z' }),
      );
      await latest.reassess.run();
      expect((await facts(bundle)).signature.state).toBe('verified');
      expect(await knex('evidence').where(place).first()).toMatchObject({
        signs: `sha256:${sha256(SBOM)}`,
      });
    });

    it('are checked again when the trust policy changes', async () => {
      const side = await start(trusting([stranger]));
      const document = await send(side, SBOM);
      const id = await signature(side, ci.beside(SBOM), SBOM);
      expect((await facts(document)).signature.state).toBe('none');
      const later = await start(trusting([ci]));
      await later.reassess.run();
      expect(await facts(id)).toMatchObject({
        signature: { state: 'verified', atReceipt: { state: 'failed' } },
      });
      expect((await facts(document)).trust.line).toBe('ci-line');
    });

    it('take another’s place only as the same stream does, and are known again', async () => {
      const side = await start();
      await send(side, SBOM);
      const earlier = await signature(side, stranger.beside(SBOM), SBOM);
      const right = await signature(side, ci.beside(SBOM), SBOM);
      expect((await facts(earlier)).current).toBe(false);
      expect((await release()).statusOf('SIG-002')).toBe('passed');
      const bytes = (await knex('evidence').where({ uid: right }).first())
        .sha256;
      const same = await buffer(await side.store.open(bytes));
      expect(await signature(side, same, SBOM)).toBe(right);
    });

    it.each(['withdrawn first', 'sent at once'])(
      'that were sent as those of the wrong file can be sent as those of the right one: %s',
      async how => {
        const side = await start();
        const document = await send(side, SBOM);
        const bytes = ci.beside(SBOM);
        const before = Buffer.from('as it was before it was rewritten');
        const mistaken = await signature(side, bytes, before);
        expect((await facts(mistaken)).signature.state).toBe('failed');
        if (how === 'withdrawn first') {
          await side.intake.withdraw({
            evidenceUid: mistaken,
            reason: 'said to be of another file',
            principal: { type: 'user', ref: 'user:default/me' },
          });
        }
        const right = await signature(side, bytes, SBOM);
        expect(right).not.toBe(mistaken);
        expect(await facts(right)).toMatchObject({
          signature: { state: 'verified' },
          current: true,
        });
        expect((await facts(document)).trust.line).toBe('ci-line');
        // And both are known again by what they are said to sign
        expect(await signature(side, bytes, SBOM)).toBe(right);
        const first =
          how === 'sent at once'
            ? await signature(side, bytes, before)
            : mistaken;
        expect(first).toBe(mistaken);
      },
    );

    it('stay apart when their column is taken away and given back', async () => {
      const side = await start();
      const bytes = ci.beside(SBOM);
      await signature(side, bytes, Buffer.from('the wrong file'));
      await signature(side, bytes, SBOM);
      const migration = {
        directory: resolvePackagePath(
          '@hotpass/backstage-plugin-supply-chain-backend',
          'migrations',
        ),
        name: '20261127000300_detached.js',
      };
      await knex.migrate.down(migration);
      const rows = await knex('evidence').where({ kind: 'signature' });
      expect(new Set(rows.map(({ stream }) => stream)).size).toBe(2);
      await knex.migrate.up(migration);
      const again = await knex('evidence').where({ kind: 'signature' });
      expect(again.map(({ signs }) => signs)).toEqual([null, null]);
    });

    it('are refused where they cannot be what they are called', async () => {
      const side = await start();
      const signs = `sha256:${sha256(SBOM)}`;
      const bytes = ci.beside(SBOM);
      const pem = `${bytes.toString(
        'base64',
      )}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`;
      const cases: [Uint8Array | string, Partial<Submission>, object][] = [
        [bytes, {}, { code: 'unknown-format' }],
        [bytes, { kind: 'signature' }, { code: 'signs-missing' }],
        [bytes, { signs: 'sha256:abcd' }, { code: 'bad-signs' }],
        [bytes, { signs: signs.toUpperCase() }, { code: 'bad-signs' }],
        [SBOM, { signs }, { code: 'signs-nothing' }],
        [
          ci.sign(SBOM),
          { signs: `sha256:${'0'.repeat(64)}` },
          { code: 'signs-other' },
        ],
        ['to be signed', { signs }, { code: 'unreadable', line: 1 }],
        [pem, { signs }, { code: 'unreadable', line: 2 }],
        [Buffer.alloc(70_000, 1), { signs }, { code: 'too-large' }],
      ];
      for (const [sent, more, expected] of cases) {
        expect(await refusal(side, sent, more)).toEqual(expected);
      }
      expect(await knex('evidence')).toEqual([]);
    });

    it('have idempotency keys for one document', async () => {
      const side = await start();
      const bytes = ci.beside(SBOM);
      const idempotencyKey = 'key-of-the-signature';
      const id = await signature(side, bytes, SBOM, { idempotencyKey });
      const again = await signature(side, bytes, SBOM, { idempotencyKey });
      expect(again).toBe(id);
      const other = {
        signs: `sha256:${'f'.repeat(64)}`,
        fileName: 'sbom.json.sig',
        idempotencyKey,
      };
      expect(await refusal(side, bytes, other)).toEqual({
        code: 'idempotency-key-reused',
      });
    });

    it('may be sent by whoever may send what they are over, once it is there', async () => {
      const side = await start();
      const permitted = { kinds: ['sbom' as const], madeAt: false };
      const early = { signs: `sha256:${sha256(SBOM)}`, permitted };
      expect(await refusal(side, ci.beside(SBOM), early)).toEqual({
        code: 'kind-not-granted',
      });
      const document = await send(side, SBOM, { permitted });
      // What another release holds gives nothing in this one
      expect(
        await refusal(side, ci.sign(SBOM), { permitted, version: '2.0.0' }),
      ).toEqual({ code: 'kind-not-granted' });
      const id = await signature(side, ci.beside(SBOM), SBOM, { permitted });
      expect((await facts(id)).kind).toBe('signature');
      expect((await facts(document)).signature.state).toBe('verified');
      // With the kind itself it may come first
      const built = provenance(['app.tgz']);
      const granted = { kinds: ['signature' as const], madeAt: false };
      await signature(side, ci.beside(built), built, { permitted: granted });
    });

    it('change no verdict where the sender may send only other kinds', async () => {
      const side = await start();
      await send(side, SBOM);
      const sent = await send(side, ci.sign(SBOM));
      const before = await release();
      const permitted = { kinds: ['scan' as const], madeAt: false };
      const never = Buffer.from('a file that never comes');
      for (const bytes of [wrong(SBOM), wrong(never), ci.sign(SBOM)]) {
        expect(await refusal(side, bytes, { permitted })).toEqual({
          code: 'kind-not-granted',
        });
      }
      // Nor where what it is over was withdrawn, or is of that kind for others only
      await side.intake.withdraw({
        evidenceUid: sent,
        reason: 'sent by mistake',
        principal: { type: 'user', ref: 'user:default/me' },
      });
      expect(await refusal(side, wrong(ci.sign(SBOM)), { permitted })).toEqual({
        code: 'kind-not-granted',
      });
      const after = await release();
      expect(after.statusOf('SIG-001')).toBe('passed');
      expect(after.statusOf('SIG-001')).toBe(before.statusOf('SIG-001'));
      expect(await knex('evidence')).toHaveLength(2);
    });
  },
);
