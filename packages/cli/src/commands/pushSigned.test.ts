import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPortalPolicy } from '../__testUtils__/aPortalPolicy';
import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { idToken, JOB_IDENTITY } from '../__testUtils__/idToken';
import { runCli } from '../__testUtils__/runCli';
import { RunningSigstore } from '../__testUtils__/RunningSigstore';

jest.setTimeout(60_000);

const SBOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  components: [{ type: 'library', name: 'a', version: '1.0.0' }],
});
const SBOM_DIGEST = digestOf(SBOM);
const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});
const SIGNATURE = sign('sha256', Buffer.from(SBOM), privateKey);

function digestOf(bytes: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

let sigstore: RunningSigstore;
let portal: FakePortal;
let folder: Folder;
beforeAll(async () => {
  sigstore = await RunningSigstore.start();
  portal = await FakePortal.start();
});
afterAll(async () => {
  await portal.stop();
  await sigstore.stop();
});
beforeEach(() => {
  folder = new Folder();
  folder.write('sbom.json', SBOM);
  portal.arrived.length = 0;
  portal.answer = () => ({
    status: 201,
    body: { id: 'r1', status: 'accepted', state: 'can-ship' },
  });
});
afterEach(() => folder.remove());

const cli = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runCli(args, { cwd: folder.path, env });

async function push(files: string[], ...args: string[]) {
  const found = await cli([
    'push',
    ...files,
    ...['--entity', 'shop', '--release', '1.0.0'],
    ...['--portal', portal.address, '--token', 'secret', ...args],
  ]);
  const sent = portal.arrived
    .filter(({ method }) => method === 'POST')
    .map(({ url, digest }) => ({
      name: url.searchParams.get('fileName'),
      signs: url.searchParams.get('signs'),
      kind: url.searchParams.get('kind'),
      stream: url.searchParams.get('stream'),
      digest,
    }));
  return { ...found, sent };
}

async function signKeyless(file: string): Promise<any> {
  folder.write(
    'signing_config.json',
    JSON.stringify(sigstore.signingConfig(1)),
  );
  const made = await cli(
    ['sign', file, '--signing-config', 'signing_config.json'],
    { SIGSTORE_ID_TOKEN: idToken() },
  );
  expect(made.stderr).toBe('');
  const bundle = join(folder.path, `${file}.sigstore.json`);
  return JSON.parse(readFileSync(bundle, 'utf8'));
}

/** The signer's certificate in a bundle. */
function pemOf({ verificationMaterial }: any): string {
  const { certificate, x509CertificateChain } = verificationMaterial;
  const { rawBytes } = certificate ?? x509CertificateChain.certificates[0];
  return `-----BEGIN CERTIFICATE-----\n${rawBytes}\n-----END CERTIFICATE-----\n`;
}

describe('push of what lies beside a document', () => {
  it('sends a signature with its document, by the document’s digest', async () => {
    folder.write('sbom.json.sig', SIGNATURE.toString('base64'));
    const { sent, stdout } = await push(
      ['sbom.json'],
      ...['--kind', 'sbom', '--stream', 'app'],
    );
    expect(sent).toEqual([
      {
        name: 'sbom.json',
        signs: null,
        kind: 'sbom',
        stream: 'app',
        digest: SBOM_DIGEST,
      },
      {
        name: 'sbom.json.sig',
        signs: SBOM_DIGEST,
        kind: null,
        stream: null,
        digest: digestOf(SIGNATURE.toString('base64')),
      },
    ]);
    expect(stdout).toContain(
      '– sbom.json.sig lies beside sbom.json and signs it: it goes along.',
    );
    expect(stdout).toContain('✔ sbom.json.sig: signature of sbom.json');
  });

  it('sends it once, in whichever order they are named', async () => {
    folder.write('sbom.json.sig', SIGNATURE);
    const { sent } = await push(['sbom.json.sig', 'sbom.json']);
    expect(sent.map(({ name }) => name)).toEqual([
      'sbom.json.sig',
      'sbom.json',
    ]);
    expect(sent[0].signs).toBe(SBOM_DIGEST);
    folder.write('alone.json.sig', SIGNATURE);
    const alone = await push(['alone.json.sig']);
    expect(alone.exitCode).toBe(2);
    expect(alone.stderr).toContain('alone.json does not lie beside it');
  });

  it.each(['.pem', '.crt'])(
    'sends the certificate in %s behind the signature, each as it is',
    async end => {
      const bundle = await signKeyless('sbom.json');
      const { messageSignature } = bundle;
      const certificate = pemOf(bundle);
      for (const written of [
        certificate,
        Buffer.from(certificate).toString('base64'),
      ]) {
        portal.arrived.length = 0;
        folder.write('sbom.json.sig', messageSignature.signature);
        folder.write(`sbom.json${end}`, written);
        const { sent } = await push(['sbom.json', `sbom.json${end}`]);
        expect(sent.map(({ name, digest }) => [name, digest])).toEqual([
          ['sbom.json', SBOM_DIGEST],
          ['sbom.json.sig', digestOf(messageSignature.signature + written)],
          ['sbom.json.sigstore.json', expect.any(String)],
        ]);
        expect(sent[2].signs).toBe(SBOM_DIGEST);
      }
    },
  );

  it('takes no key for a certificate, and nothing for a signature that is none', async () => {
    folder.write('sbom.json.sig', SIGNATURE);
    folder.write(
      'sbom.json.pem',
      publicKey.export({ type: 'spki', format: 'pem' }) as string,
    );
    folder.write('sbom.json.bundle', '{"base64Signature":"MEUC"}');
    folder.write('sbom.json.intoto.jsonl', 'not lines of envelopes');
    const { sent, stdout } = await push(['sbom.json']);
    expect(sent.map(({ name, digest }) => [name, digest])).toEqual([
      ['sbom.json', SBOM_DIGEST],
      ['sbom.json.sig', digestOf(SIGNATURE)],
    ]);
    for (const name of ['sbom.json.bundle', 'sbom.json.intoto.jsonl']) {
      expect(stdout).toContain(
        `– ${name} lies beside sbom.json and is left out: it is no signed document.`,
      );
    }
    for (const none of ['a text', Buffer.alloc(70_000, 1)]) {
      portal.arrived.length = 0;
      folder.write('sbom.json.sig', none);
      const found = await push(['sbom.json']);
      expect(found.sent).toHaveLength(1);
      expect(found.stdout).toMatch(/sbom\.json\.sig .* is left out: /);
    }
  });

  it('sends statements about the document, and those in which it lies', async () => {
    const statement = (digest: string) =>
      JSON.stringify({
        _type: 'https://in-toto.io/Statement/v1',
        subject: [
          { name: 'x', digest: { sha256: digest.replace('sha256:', '') } },
        ],
        predicateType: 'https://example.com/review/v1',
        predicate: {},
      });
    const envelope = (payload: string) =>
      `${JSON.stringify({
        payload: Buffer.from(payload).toString('base64'),
        payloadType: 'application/vnd.in-toto+json',
        signatures: [{ sig: 'AAAA' }],
      })}\n`;
    const other = statement(`sha256:${'f'.repeat(64)}`);
    const lines = envelope(other) + envelope(statement(SBOM_DIGEST));
    folder.write('sbom.json.intoto.jsonl', lines);
    folder.write('sbom.json.bundle', envelope(other));
    folder.write('review.json', other);
    folder.write('review.json.bundle', envelope(other));
    const { sent, stdout } = await push(['sbom.json', 'review.json']);
    expect(sent.map(({ name }) => name)).toEqual([
      'sbom.json',
      'sbom.json.intoto.jsonl',
      'review.json.bundle',
    ]);
    expect(stdout).toContain('left out: it speaks about something else.');
    expect(stdout).toContain(
      '– review.json.bundle holds review.json, signed: it is sent instead.',
    );
  });

  it('sends nothing where the document was changed after it was signed', async () => {
    await signKeyless('sbom.json');
    folder.write('sbom.json', `${SBOM}\n`);
    const { sent, stderr, exitCode } = await push(['sbom.json']);
    expect([sent, exitCode]).toEqual([[], 2]);
    expect(stderr).toContain(
      'sbom.json.sigstore.json signs other bytes than sbom.json has now',
    );
  });

  it('shows what would go along, and leaves compressed files alone', async () => {
    folder.write('sbom.json.sig', SIGNATURE);
    const dry = await push(['sbom.json'], '--dry-run', '--json');
    expect(JSON.parse(dry.stdout)).toMatchObject({
      files: [{ file: 'sbom.json' }, { signs: 'sbom.json' }],
      notes: [expect.stringContaining('sbom.json.sig')],
    });
    expect(dry.sent).toEqual([]);
    const { sent } = await push(['sbom.json'], '--content-encoding', 'gzip');
    expect(sent).toHaveLength(1);
  });

  it('finds it in the folders of a repository', async () => {
    folder.write(
      'catalog-info.yaml',
      'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: shop }\n',
    );
    folder.write('dist/sbom/app.json', SBOM);
    folder.write('dist/sbom/app.json.sig', SIGNATURE);
    const { stdout } = await cli([
      ...['push', '--all', '--release', '1.0.0', '--dry-run', '--json'],
    ]);
    expect(JSON.parse(stdout).entities[0].files).toMatchObject([
      { file: 'dist/sbom/app.json' },
      { file: 'dist/sbom/app.json.sig', signs: 'dist/sbom/app.json' },
    ]);
  });
});

describe('evaluate of what lies beside a document', () => {
  const judge = async () => {
    const { stdout, stderr } = await cli([
      ...['evaluate', 'sbom.json', '--trust-policy', 'trust.json'],
      ...['--entity', 'shop', '--json'],
    ]);
    expect(stderr).toBe('');
    const { trust, judgement } = JSON.parse(stdout);
    const hit = (code: string) =>
      judgement.rules.find((rule: any) => rule.code === code)?.status;
    return { evidence: trust.evidence, hit };
  };
  beforeEach(() => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    folder.write(
      'trust.json',
      JSON.stringify(aPortalPolicy({ trustedRoot: sigstore.trustedRoot, pem })),
    );
  });

  it.each(['P-256', 'Ed25519'])(
    'trusts the document by a signature with a key of %s, and no changed one',
    async type => {
      const pair =
        type === 'Ed25519'
          ? generateKeyPairSync('ed25519')
          : { publicKey, privateKey };
      const pem = pair.publicKey
        .export({ type: 'spki', format: 'pem' })
        .toString();
      const policy = aPortalPolicy({ trustedRoot: sigstore.trustedRoot, pem });
      folder.write('trust.json', JSON.stringify(policy));
      const digest = type === 'Ed25519' ? null : 'sha256';
      folder.write(
        'sbom.json.sig',
        sign(digest, Buffer.from(SBOM), pair.privateKey),
      );
      const { evidence } = await judge();
      expect(evidence['sbom.json']).toMatchObject({
        signature: { state: 'verified' },
        trust: { state: 'trusted', line: 'release-key' },
      });
      folder.write('sbom.json', `${SBOM}\n`);
      const changed = await judge();
      expect(changed.evidence['sbom.json'].signature.state).toBe('none');
      expect(changed.evidence['sbom.json.sig'].signature.state).toBe('failed');
      expect(changed.hit('SIG-002')).toBe('warning');
    },
  );

  it('trusts it by a bundle, and not by signature and certificate alone', async () => {
    const bundle = await signKeyless('sbom.json');
    const { evidence } = await judge();
    expect(evidence['sbom.json']).toMatchObject({
      signature: { state: 'verified', by: JOB_IDENTITY },
      trust: { line: 'release-workflow' },
    });
    folder.write('other.json', '{}');
    const other = await signKeyless('other.json');
    folder.remove();
    folder = new Folder();
    folder.write('sbom.json', SBOM);
    folder.write('sbom.json.sig', bundle.messageSignature.signature);
    folder.write('sbom.json.pem', pemOf(other));
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const policy = aPortalPolicy({ trustedRoot: sigstore.trustedRoot, pem });
    folder.write('trust.json', JSON.stringify(policy));
    // Of another key than this certificate's: in its name, and wrong
    const forged = await judge();
    expect(forged.evidence['sbom.json.sig']).toMatchObject({
      signature: { state: 'failed' },
      trust: { state: 'trusted', line: 'release-workflow' },
    });
    expect(forged.hit('SIG-001')).toBe('violation');
    folder.write('sbom.json.pem', pemOf(bundle));
    const timeless = await judge();
    expect(timeless.evidence['sbom.json'].signature.state).toBe('none');
    expect(timeless.evidence['sbom.json.sig'].signature).toMatchObject({
      state: 'unchecked',
      reason: expect.stringMatching(/^It has no trusted time/),
    });
    expect(timeless.hit('SIG-001')).toBe('passed');
  });
});
