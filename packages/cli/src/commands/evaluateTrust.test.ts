import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSigningKey, signBundle } from '@hotpass/supply-chain-evidence';
import { aPortalPolicy } from '../__testUtils__/aPortalPolicy';
import { Folder } from '../__testUtils__/Folder';
import { idToken, JOB_IDENTITY } from '../__testUtils__/idToken';
import { runCli } from '../__testUtils__/runCli';
import { RunningSigstore } from '../__testUtils__/RunningSigstore';
import { withClock } from '../__testUtils__/withClock';

jest.setTimeout(60_000);

const SBOM = 'sbom.json.sigstore.json';
const PROVENANCE = 'provenance.sigstore.json';
const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});

let sigstore: RunningSigstore;
let folder: Folder;
beforeAll(async () => {
  sigstore = await RunningSigstore.start();
  folder = new Folder();
  folder.write('app.tgz', 'the build product');
  folder.write(
    'package.json',
    JSON.stringify({ name: 'app', version: '1.0.0', license: 'MIT' }),
  );
  const config = JSON.stringify(sigstore.signingConfig(1));
  folder.write('signing_config.json', config);
  writePolicy('trust.json');
  await signAll();
});
afterAll(async () => {
  folder.remove();
  await sigstore.stop();
});

/** Signatures of both kinds are expected. */
function writePolicy(name: string, state = 'keyless') {
  const policy = aPortalPolicy({
    trustedRoot: sigstore.trustedRoot,
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    adoption: [{ entities: ['*'], state, from: '2026-01-01T00:00:00Z' }],
  });
  folder.write(name, JSON.stringify(policy));
}

/** An SBOM and provenance about the same product, signed by the job or with the key. */
async function signAll(prefix = '', key?: string) {
  const how = key ? ['--sign'] : ['--sign', '--signing-config'];
  if (!key) how.push('signing_config.json');
  const sbom = ['sbom', '--builtin', '--author', 'Me', '--subject', 'app.tgz'];
  for (const [command, output] of [
    [sbom, 'sbom.json'],
    [['provenance', 'app.tgz'], PROVENANCE],
  ] as const) {
    const args = [...command, '--output', `${prefix}${output}`, ...how];
    const made = await runCli(args, {
      cwd: folder.path,
      env: key
        ? { SUPPLY_CHAIN_SIGNING_KEY: key }
        : { SIGSTORE_ID_TOKEN: idToken() },
    });
    expect(made.stderr).toBe('');
  }
}

const evaluate = (files: string[], ...args: string[]) =>
  runCli(['evaluate', ...files, ...args], { cwd: folder.path });

async function judge(
  files: string[],
  { entity = 'shop', policy = 'trust.json' } = {},
) {
  const { stdout } = await evaluate(
    files,
    ...['--trust-policy', policy, '--entity', entity, '--json'],
  );
  const { judgement, trust } = JSON.parse(stdout);
  const rules = Object.fromEntries(
    judgement.rules.map((rule: { code: string; status: string }) => [
      rule.code,
      rule.status,
    ]),
  );
  return { rules, trust };
}

const VOUCHED = { 'SIG-003': 'passed', 'SIG-007': 'passed' };
const UNVOUCHED = { 'SIG-003': 'warning', 'SIG-007': 'violation' };

describe('evaluate --trust-policy', () => {
  it('counts what the workflow signed, for the entity of its line', async () => {
    const { rules, trust } = await judge([SBOM, PROVENANCE]);
    expect(rules).toMatchObject(VOUCHED);
    expect(trust).toMatchObject({
      sealedBy: PROVENANCE,
      outputs: [{ name: 'app.tgz', authority: 'attested' }],
      adoption: { reached: 'keyless' },
      evidence: {
        [SBOM]: {
          signature: { state: 'verified', by: JOB_IDENTITY },
          trust: { state: 'trusted', line: 'release-workflow' },
          bound: { state: 'bound', authority: 'attested' },
        },
      },
    });
    const other = await judge([SBOM, PROVENANCE], { entity: 'till' });
    expect(other.rules).toMatchObject(UNVOUCHED);
    expect(other.trust.outputs).toEqual([]);
  });

  it('tells a person of each file who vouches for it, or why nobody does', async () => {
    const said = async (entity: string) => {
      const how = ['--trust-policy', 'trust.json', '--entity', entity];
      return (await evaluate([SBOM, PROVENANCE], ...how)).stdout;
    };
    expect(await said('shop')).toContain(
      `    Trust line 'release-workflow' lets ${JOB_IDENTITY} say https://slsa.dev/provenance/v1 about component:default/shop.\n`,
    );
    expect(await said('till')).toContain(
      `    Trust line 'release-workflow' names ${JOB_IDENTITY}, but not for https://slsa.dev/provenance/v1 about component:default/till.\n`,
    );
  });

  it('knows keys, and what adoption asks of them', async () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    await signAll('key-', pem.toString());
    const files = [`key-${SBOM}`, `key-${PROVENANCE}`];
    writePolicy('signed.json', 'signed');
    const signed = await judge(files, { policy: 'signed.json' });
    expect(signed.rules).toMatchObject(VOUCHED);
    const keyless = await judge(files);
    expect(keyless.rules).toMatchObject({
      ...VOUCHED,
      'SIG-007': 'violation',
    });
  });

  it('believes no trusted time that is still to come', async () => {
    const before = Date.now() - 3_600_000;
    const { rules, trust } = await withClock(before, () =>
      judge([SBOM, PROVENANCE]),
    );
    expect(rules).toMatchObject(UNVOUCHED);
    expect(trust.outputs).toEqual([]);
    expect(trust.evidence[SBOM].trust).toEqual({
      state: 'none',
      reason: expect.stringMatching(/^Its trusted time .* is still to come/),
    });
  });

  it('denies what was changed in the name of a trusted signer', async () => {
    const bundle = JSON.parse(
      readFileSync(join(folder.path, PROVENANCE), 'utf8'),
    );
    const { payload } = bundle.dsseEnvelope;
    const statement = Buffer.from(payload, 'base64').toString('utf8');
    bundle.dsseEnvelope.payload = Buffer.from(
      statement.replace('app.tgz', 'evil.tgz'),
    ).toString('base64');
    folder.write('changed.sigstore.json', JSON.stringify(bundle));
    const { rules, trust } = await judge([SBOM, 'changed.sigstore.json']);
    expect(rules).toMatchObject({ 'SIG-001': 'violation', ...UNVOUCHED });
    expect(trust.outputs).toEqual([]);
  });

  it('counts signatures beside files as the portal does, whatever their order', async () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const key = readSigningKey(pem);
    const bundleOf = (document: string, signed = document) => {
      const bundle: any = signBundle(Buffer.from(document), key);
      bundle.messageSignature.signature = key
        .sign(Buffer.from(signed))
        .toString('base64');
      bundle.verificationMaterial.publicKey.hint = key.id;
      return JSON.stringify(bundle);
    };
    const sbom = (name: string) =>
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        metadata: { component: { type: 'application', name } },
        components: [],
      });
    const beside = (path: string, document: string, bundle: string) => {
      folder.write(path, document);
      folder.write(`${path}.sigstore.json`, bundle);
      return path;
    };
    const [api, web] = [sbom('api'), sbom('web')];
    const wrong = beside('api/bom.json', api, bundleOf(api, 'other bytes'));
    const elsewhere = beside('web/bom.json', web, bundleOf(web));
    const again = beside('dist/bom.json', api, bundleOf(api));
    // Nobody checks this one
    const junk = '-----BEGIN PGP SIGNATURE-----\n';
    folder.write('junk/bom.json', api);
    folder.write('junk/bom.json.sig', junk);
    for (const [files, status] of [
      [[wrong, elsewhere], 'violation'],
      [[wrong, 'junk/bom.json'], 'violation'],
      [[wrong, again], 'passed'],
    ] as const) {
      for (const order of [[...files], [...files].reverse()]) {
        expect((await judge(order)).rules['SIG-001']).toBe(status);
      }
    }
  });

  it('checks nothing without a policy, and names what is wrong with one', async () => {
    const plain = await evaluate([SBOM], '--json');
    const { judgement, trust } = JSON.parse(plain.stdout);
    expect(trust).toBeUndefined();
    expect(
      judgement.rules.find((one: { code: string }) => one.code === 'SIG-003'),
    ).toMatchObject({
      status: 'warning',
      hits: [{ message: expect.stringContaining('was not checked') }],
    });
    folder.write('bad.json', '{"schema":"other"}');
    const bad = await evaluate([SBOM], '--trust-policy', 'bad.json');
    expect(bad.stderr).toMatch(/^bad\.json at \//);
    expect(bad.stderr.trim().split('\n')).toHaveLength(1);
    expect(bad.exitCode).toBe(2);
  });
});
