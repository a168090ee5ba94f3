// Signs with our command line and verifies with cosign and PyPI's sigstore, and the
// other way round: with keys offline, and without keys against a private Sigstore on
// this machine. What must not verify is tried as well. Prints what was compared; exits
// 1 where a tool disagrees with what is expected of it.
// `COSIGN` and `SIGSTORE_PYTHON` name the programs.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure, main } from './lib/Failure.mjs';
import { IDENTITY, ISSUER, startSigstore } from './lib/privateSigstore.mjs';

const cli = resolve(import.meta.dirname, '../packages/cli/bin/supply-chain');
const cosign = process.env.COSIGN ?? 'cosign';
const python = process.env.SIGSTORE_PYTHON ?? 'sigstore';
const PROVENANCE = 'https://slsa.dev/provenance/v1';

const KEYS = {
  'ECDSA P-256': ['EC', 'ec_paramgen_curve:P-256'],
  'ECDSA P-384': ['EC', 'ec_paramgen_curve:P-384'],
  'RSA 2048': ['RSA', 'rsa_keygen_bits:2048'],
  Ed25519: ['ED25519'],
};

/**
 * What is known to be refused, and why. cosign 3.1.3 does not verify its own bundles
 * of these either: with a bare key it takes SHA-256 for granted, and in bundles it signs
 * with Ed25519ph, which is another algorithm than Ed25519.
 */
const REFUSED = new Set([
  'ours, ECDSA P-384, file, cosign',
  'ours, ECDSA P-384, statement, cosign',
  'cosign, Ed25519, file, ours',
  'cosign, Ed25519, statement, ours',
  'ours, ECDSA P-384, beside, cosign',
  'cosign, ECDSA P-384, beside, cosign',
  'cosign, ECDSA P-384, file, cosign',
  'cosign, ECDSA P-384, statement, cosign',
  'cosign, Ed25519, file, cosign',
  'cosign, Ed25519, statement, cosign',
]);

const folder = mkdtempSync(join(tmpdir(), 'sigstore-oracles-'));
// Nothing of a real job, and no network beyond this machine
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  COSIGN_PASSWORD: '',
  HTTPS_PROXY: 'http://127.0.0.1:1',
  NO_PROXY: '127.0.0.1',
};

/** Runs a program; its exit code and what it said. */
function run(program, args, more = {}) {
  return new Promise((settle, refuse) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => (said += chunk));
    child.on('error', () =>
      refuse(new Failure(`${program} cannot be run: see .ci/run for it`)),
    );
    child.on('close', code => settle({ code, said: said.trim() }));
  });
}

async function must(program, args, more) {
  const { code, said } = await run(program, args, more);
  if (code === 0) return;
  throw new Failure(`${program} ${args.join(' ')} ended with ${code}: ${said}`);
}

const ours = (args, more) => must(process.execPath, [cli, ...args], more);
const path = name => join(folder, name);

/** A signature beside its file, as cosign wrote them before there were bundles. */
async function verifyBeside({ bundle, key }, artifact) {
  const signature = path(`${artifact}.sig`);
  writeFileSync(signature, readFileSync(path(bundle)));
  try {
    const args = ['verify', artifact, '--key', key, '--quiet'];
    return await run(process.execPath, [cli, ...args]);
  } finally {
    rmSync(signature);
  }
}

/** Verifiers by name: each is told what to check with, and says whether it holds. */
const VERIFIERS = {
  ours: ({ bundle, key, identity, what }, artifact) =>
    what === 'beside'
      ? verifyBeside({ bundle, key }, artifact)
      : run(process.execPath, [
          ...[cli, 'verify', bundle, '--artifact', artifact, '--quiet'],
          ...(key
            ? ['--key', key]
            : ['--trusted-root', 'trusted_root.json', '--identity', identity]),
          ...(key ? [] : ['--issuer', ISSUER]),
        ]),
  cosign: ({ bundle, key, identity, what }, artifact) => {
    if (what === 'beside') {
      return run(cosign, [
        ...['verify-blob', '--new-bundle-format=false', '--signature', bundle],
        ...['--key', key, '--insecure-ignore-tlog', artifact],
      ]);
    }
    return run(cosign, [
      ...(what === 'file'
        ? ['verify-blob']
        : ['verify-blob-attestation', '--type', PROVENANCE]),
      ...['--bundle', bundle],
      ...(key
        ? ['--key', key, '--insecure-ignore-tlog']
        : ['--trusted-root', 'trusted_root.json']),
      ...(key
        ? []
        : ['--certificate-identity', identity, '--certificate-oidc-issuer']),
      ...(key ? [] : [ISSUER]),
      artifact,
    ]);
  },
  // It knows no keys
  'sigstore-python': ({ bundle, identity, trust }, artifact) =>
    run(python, [
      ...['--trust-config', trust, 'verify', 'identity', '--offline'],
      ...['--bundle', bundle, '--cert-identity', identity],
      ...['--cert-oidc-issuer', ISSUER, artifact],
    ]),
};

const rows = [];

/** One bundle with one verifier: as it is, about another file, by another identity. */
async function compare(signed, verifier, negatives = true) {
  const { by, how, what } = signed;
  const verify = VERIFIERS[verifier];
  const expected = !REFUSED.has(`${by}, ${how}, ${what}, ${verifier}`);
  const good = await verify(signed, 'app.tgz');
  const tries = [{ tried: 'as signed', expected, ...good }];
  if (negatives) {
    const other = await verify(signed, 'other.tgz');
    const stranger = await verify(
      signed.key
        ? { ...signed, key: 'stranger.pub' }
        : { ...signed, identity: `${IDENTITY}-rc` },
      'app.tgz',
    );
    const who = signed.key ? 'another key' : 'another identity';
    tries.push(
      { tried: 'another file', expected: false, ...other },
      { tried: who, expected: false, ...stranger },
    );
  }
  for (const { tried, expected: wanted, code, said } of tries) {
    // Ours tells a no from what it could not read
    const no = verifier === 'ours' ? code === 1 : code !== 0;
    const agrees = wanted ? code === 0 : no;
    rows.push({ by, how, what, verifier, tried, code, wanted, agrees, said });
  }
}

const made = (by, how, what, bundle, more) => ({
  ...{ by, how, what, bundle, identity: IDENTITY },
  ...more,
});

/** Bundles with a key by us and by cosign. */
async function signWithKey(how, at) {
  const [algorithm, option] = KEYS[how];
  const key = `key${at}`;
  execFileSync(
    'openssl',
    [
      ...['genpkey', '-algorithm', algorithm, '-out', `${key}.pem`],
      ...(option ? ['-pkeyopt', option] : []),
    ],
    { cwd: folder, stdio: 'pipe' },
  );
  execFileSync(
    'openssl',
    ['pkey', '-in', `${key}.pem`, '-pubout', '-out', `${key}.pub`],
    { cwd: folder },
  );
  const more = { key: `${key}.pub` };
  const signed = [];
  for (const [what, file] of FILES) {
    const bundle = `${what}.ours.${key}.json`;
    await ours(['sign', file, '--key-file', `${key}.pem`]);
    rename(`${file}.sigstore.json`, bundle);
    signed.push(made('ours', how, what, bundle, more));
  }
  await must(cosign, [
    ...['import-key-pair', '--key', `${key}.pem`],
    ...['--output-key-prefix', `${key}.cosign`],
  ]);
  for (const [what, args] of cosignArgs()) {
    const bundle = `${what}.cosign.${key}.json`;
    await must(cosign, [
      ...[...args, '--yes', '--key', `${key}.cosign.key`, '--bundle', bundle],
      ...['--signing-config', 'no_services.json'],
    ]);
    signed.push(made('cosign', how, what, bundle, more));
  }
  return [...signed, ...(await signBeside(how, key, signed))];
}

/** The same as signatures alone, and that such a one is pushed with its document. */
async function signBeside(how, key, signed) {
  const { bundle } = signed.find(
    one => one.by === 'ours' && one.what === 'file',
  );
  const { messageSignature } = JSON.parse(readFileSync(path(bundle), 'utf8'));
  writeFileSync(path(`${key}.ours.sig`), messageSignature.signature);
  const bySign = (file, to) =>
    must(cosign, [
      ...['sign-blob', file, '--yes', '--key', `${key}.cosign.key`],
      ...['--new-bundle-format=false', '--use-signing-config=false'],
      ...['--tlog-upload=false', '--output-signature', to],
    ]);
  await bySign('app.tgz', `${key}.cosign.sig`);
  await bySign('provenance.json', 'provenance.json.sig');
  const pushed = await run(process.execPath, [
    ...[cli, 'push', 'provenance.json', '--entity', 'app', '--release', '1'],
    '--dry-run',
  ]);
  rmSync(path('provenance.json.sig'));
  const isAlong = pushed.said.includes('signs provenance.json');
  rows.push({
    ...{ by: 'cosign', how, what: 'beside', verifier: 'ours', tried: 'pushed' },
    ...{ code: isAlong ? 0 : 1, wanted: true, agrees: isAlong },
    said: pushed.said,
  });
  const more = { key: `${key}.pub` };
  return ['ours', 'cosign'].map(by =>
    made(by, how, 'beside', `${key}.${by}.sig`, more),
  );
}

/** Bundles without a key by all three. */
async function signWithoutKey(version, token) {
  const how = `keyless, Rekor v${version}`;
  const trust = `trust_config.v${version}.json`;
  const signed = [];
  for (const [what, file] of FILES) {
    const bundle = `${what}.ours.v${version}.json`;
    const config = ['--signing-config', `ours.v${version}.json`];
    await ours(['sign', file, ...config, '--identity-token-file', 'token']);
    rename(`${file}.sigstore.json`, bundle);
    signed.push(made('ours', how, what, bundle, { trust }));
  }
  for (const [what, args] of cosignArgs()) {
    const bundle = `${what}.cosign.v${version}.json`;
    await must(cosign, [
      ...[...args, '--yes', '--bundle', bundle, '--identity-token', 'token'],
      ...['--signing-config', `signing_config.v${version}.json`],
      ...['--trusted-root', 'trusted_root.json'],
    ]);
    signed.push(made('cosign', how, what, bundle, { trust }));
  }
  const attest = ['--predicate', 'predicate.json', '--predicate-type'];
  for (const [what, args] of [
    ['file', ['sign']],
    ['statement', ['attest', ...attest, PROVENANCE]],
  ]) {
    const bundle = `${what}.python.v${version}.json`;
    await must(python, [
      ...['--trust-config', trust, ...args, '--identity-token', token],
      ...['--bundle', bundle, 'app.tgz'],
    ]);
    signed.push(made('sigstore-python', how, what, bundle, { trust }));
  }
  return signed;
}

const FILES = [
  ['file', 'app.tgz'],
  ['statement', 'provenance.json'],
];
const cosignArgs = () => [
  ['file', ['sign-blob', 'app.tgz']],
  ['statement', ['attest-blob', '--statement', 'provenance.json']],
];

function rename(from, to) {
  writeFileSync(path(to), readFileSync(path(from)));
  rmSync(path(from));
}

function print() {
  const widths = [16, 18, 10, 16, 17, 8];
  const line = cells =>
    cells.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join('');
  console.log(
    line(['signed by', 'how', 'what', 'verified by', 'tried', 'says']),
  );
  for (const { by, how, what, verifier, tried, ...row } of rows) {
    const says = row.code === 0 ? 'yes' : 'no';
    const mark = row.agrees ? '' : `expected ${row.wanted ? 'yes' : 'no'}`;
    const known = tried === 'as signed' && !row.wanted && row.agrees;
    const note = known ? 'known, see REFUSED' : mark;
    console.log(line([by, how, what, verifier, tried, says, note]).trimEnd());
  }
}

await main(async () => {
  const sigstore = await startSigstore(folder);
  try {
    writeFileSync(path('app.tgz'), 'the build product');
    writeFileSync(path('other.tgz'), 'another product');
    await ours(['provenance', 'app.tgz', '--output', 'provenance.json']);
    const statement = JSON.parse(readFileSync(path('provenance.json'), 'utf8'));
    writeFileSync(path('predicate.json'), JSON.stringify(statement.predicate));
    const stranger = ['genpkey', '-algorithm', 'EC', '-pkeyopt'];
    const pem = execFileSync('openssl', [
      ...[...stranger, 'ec_paramgen_curve:P-256'],
    ]);
    writeFileSync(
      path('stranger.pub'),
      execFileSync('openssl', ['pkey', '-pubout'], { input: pem }),
    );
    for (const [at, how] of Object.keys(KEYS).entries()) {
      for (const signed of await signWithKey(how, at)) {
        await compare(signed, signed.by === 'ours' ? 'cosign' : 'ours');
        // What it makes of its own tells whose fault a refusal is
        if (signed.by === 'cosign') await compare(signed, 'cosign', false);
      }
    }
    for (const version of [1, 2]) {
      for (const signed of await signWithoutKey(version, sigstore.token)) {
        if (signed.by !== 'ours') await compare(signed, 'ours');
        else {
          await compare(signed, 'cosign');
          await compare(signed, 'sigstore-python');
        }
      }
    }
  } finally {
    await sigstore.stop();
    rmSync(folder, { recursive: true });
  }
  print();
  const wrong = rows.filter(({ agrees }) => !agrees);
  for (const { by, how, what, verifier, tried, said } of wrong)
    console.error(`${by}, ${how}, ${what}, ${verifier}, ${tried}: ${said}`);
  console.log(`${rows.length} compared, ${wrong.length} not as expected`);
  return wrong.length ? 1 : 0;
});
