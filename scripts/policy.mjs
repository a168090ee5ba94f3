// Builds the policy bundle from `policy/` with `opa`, which is found through the
// environment variable OPA or on the PATH.
//
//   yarn policy build    writes the committed bundle and what is derived from it
//   yarn policy test     runs `opa check --strict`, `opa fmt` and `opa test`
//   yarn policy --check  fails when the committed files are stale; without opa it
//                        still compares the digests of the sources
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const OPA_VERSION = '1.22.2';
const ENTRYPOINT = 'supply_chain/decision';
const RECIPE = `opa build -t wasm -e ${ENTRYPOINT} --capabilities <policy/builtins.json> -b <policy/*.rego without tests, data.json with the rules' METADATA>`;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const policy = join(root, 'policy');
const assets = 'packages/evidence/assets/policy';
const opa = process.env.OPA ?? 'opa';

const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');
const run = (...args) =>
  execFileSync(opa, args, { encoding: 'utf8', maxBuffer: 1 << 28 });

function sources() {
  return fs
    .readdirSync(policy)
    .filter(name => /\.rego$|^data\.json$|^builtins\.json$/.test(name))
    .filter(name => !name.endsWith('_test.rego'))
    .sort();
}

function opaVersion() {
  try {
    return /^Version: (\S+)/m.exec(run('version'))?.[1];
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

// One description per rule, from its METADATA; `packages/evidence` reads it from the
// bundle, so that it is covered by the bundle's digest.
function describeRules() {
  const { annotations } = JSON.parse(
    run('inspect', '--annotations', '--format', 'json', policy),
  );
  const rules = annotations
    .filter(({ annotations: { custom } }) => custom?.code)
    .map(({ annotations: { title, description, custom }, location }) => ({
      code: custom.code,
      title,
      description,
      severity: custom.severity,
      ...(custom.effective_on && { effectiveOn: custom.effective_on }),
      collections: custom.collections,
      controls: custom.controls,
      needs: custom.needs,
      level: custom.level,
      waivable: custom.waivable,
      source: `policy/${location.file.split('/').pop()}`,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  checkRules(rules);
  return rules;
}

function checkRules(rules) {
  const answers = sources()
    .filter(name => name.endsWith('.rego'))
    .flatMap(name => [
      ...fs
        .readFileSync(join(policy, name), 'utf8')
        .matchAll(/^results\["([^"]+)"\]/gm),
    ])
    .map(match => match[1])
    .sort();
  const codes = rules.map(rule => rule.code);
  if (JSON.stringify(answers) !== JSON.stringify(codes)) {
    throw new Error(`METADATA describes ${codes}, rules answer for ${answers}`);
  }
  for (const rule of rules) {
    for (const [field, value] of Object.entries({ ...rule, effectiveOn: 0 })) {
      if (value === undefined) throw new Error(`${rule.code} has no ${field}`);
    }
    if (rule.effectiveOn && Number.isNaN(Date.parse(rule.effectiveOn))) {
      throw new Error(`${rule.code}: '${rule.effectiveOn}' is no date`);
    }
  }
}

function buildBundle(rules) {
  const work = fs.mkdtempSync(join(tmpdir(), 'policy-'));
  try {
    const bundle = join(work, 'policy');
    fs.mkdirSync(bundle);
    for (const name of sources().filter(file => file.endsWith('.rego'))) {
      fs.copyFileSync(join(policy, name), join(bundle, name));
    }
    const data = JSON.parse(fs.readFileSync(join(policy, 'data.json'), 'utf8'));
    fs.writeFileSync(
      join(bundle, 'data.json'),
      JSON.stringify({ ...data, rules }),
    );
    const allowed = JSON.parse(
      fs.readFileSync(join(policy, 'builtins.json'), 'utf8'),
    );
    const capabilities = JSON.parse(run('capabilities', '--current'));
    capabilities.builtins = capabilities.builtins.filter(({ name }) =>
      allowed.includes(name),
    );
    fs.writeFileSync(join(work, 'caps.json'), JSON.stringify(capabilities));
    execFileSync(
      opa,
      [
        ...['build', '--target', 'wasm', '--entrypoint', ENTRYPOINT],
        ...['--capabilities', '../caps.json', '--output', '../bundle.tar.gz'],
        ...['--bundle', '.'],
      ],
      { cwd: bundle, stdio: 'inherit' },
    );
    return fs.readFileSync(join(work, 'bundle.tar.gz'));
  } finally {
    fs.rmSync(work, { recursive: true });
  }
}

async function render() {
  const rules = describeRules();
  const bundle = buildBundle(rules);
  const manifest = {
    digest: `sha256:${sha256(bundle)}`,
    entrypoint: ENTRYPOINT,
    opa: OPA_VERSION,
    recipe: RECIPE,
    sources: Object.fromEntries(
      sources().map(name => [
        `policy/${name}`,
        sha256(fs.readFileSync(join(policy, name))),
      ]),
    ),
  };
  const config = await prettier.resolveConfig(root);
  const format = (text, parser) => prettier.format(text, { ...config, parser });
  return {
    [`${assets}/bundle.tar.gz`]: bundle,
    [`${assets}/manifest.json`]: format(JSON.stringify(manifest), 'json'),
    [`${assets}/rules.json`]: format(JSON.stringify(rules), 'json'),
    'packages/evidence/src/policy/bundleDigest.ts': format(
      `// Generated by \`yarn policy build\`; do not edit.
/** The digest of the policy bundle that this version was released with. */
export const BUNDLE_DIGEST = '${manifest.digest}';`,
      'typescript',
    ),
  };
}

async function build() {
  for (const [path, content] of Object.entries(await render())) {
    fs.mkdirSync(dirname(join(root, path)), { recursive: true });
    fs.writeFileSync(join(root, path), content);
    console.log(`wrote ${path}`);
  }
}

async function check() {
  if (opaVersion() !== OPA_VERSION) {
    console.log(`opa ${OPA_VERSION} not found: comparing source digests only`);
    return checkSources();
  }
  const stale = Object.entries(await render()).filter(([path, content]) => {
    const file = join(root, path);
    return (
      !fs.existsSync(file) ||
      !fs.readFileSync(file).equals(Buffer.from(content))
    );
  });
  return stale.map(([path]) => path);
}

function checkSources() {
  const manifest = JSON.parse(
    fs.readFileSync(join(root, assets, 'manifest.json'), 'utf8'),
  );
  const bundle = fs.readFileSync(join(root, assets, 'bundle.tar.gz'));
  const names = new Set([
    ...Object.keys(manifest.sources),
    ...sources().map(name => `policy/${name}`),
  ]);
  const stale = [...names].filter(
    name =>
      !fs.existsSync(join(root, name)) ||
      manifest.sources[name] !== sha256(fs.readFileSync(join(root, name))),
  );
  return manifest.digest === `sha256:${sha256(bundle)}`
    ? stale
    : [...stale, `${assets}/bundle.tar.gz`];
}

function test() {
  run('check', '--strict', policy);
  const unformatted = run('fmt', '--list', policy).trim();
  if (unformatted) throw new Error(`run \`opa fmt -w policy\`: ${unformatted}`);
  execFileSync(opa, ['test', '--bundle', policy], { stdio: 'inherit' });
}

const command = process.argv[2];
if (command === 'test') {
  test();
} else if (command === '--check' || command === 'check') {
  const stale = await check();
  for (const path of stale)
    console.error(`${path} is stale: run \`yarn policy build\``);
  process.exitCode = stale.length ? 1 : 0;
} else if (command === 'build') {
  const version = opaVersion();
  if (version !== OPA_VERSION) {
    throw new Error(`opa ${OPA_VERSION} is needed, found ${version ?? 'none'}`);
  }
  await build();
} else {
  console.error('usage: yarn policy build | test | --check');
  process.exitCode = 2;
}
