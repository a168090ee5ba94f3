// Installs the packed plugins into an app made by @backstage/create-app, as
// docs/installing.md says, and carries one SBOM from the packed CLI to the page.
// `node scripts/try-packed.mjs new|legacy [--keep]`; needs built packages
// (`yarn build:all`), Node 24 and CHROMIUM_PATH.
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPortal } from '../e2e/support/browser.mjs';

const frontend = process.argv[2] ?? 'new';
const keep = process.argv.includes('--keep');
const root = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'supply-chain-packed-'));
const app = join(work, 'app');
const port = 7117;
const token = 'packed-trial-token-0123456789';
const yarn = join(root, '.yarn/releases/yarn-4.13.0.cjs');
const packages = [
  'packages/evidence',
  'packages/cli',
  'plugins/supply-chain-common',
  'plugins/supply-chain-node',
  'plugins/supply-chain-backend',
  'plugins/supply-chain',
  'plugins/catalog-backend-module-supply-chain',
  'plugins/techdocs-backend-module-supply-chain',
];

const say = text => console.log(`try-packed ${frontend}: ${text}`);
const run = (args, cwd, options = {}) =>
  execFileSync(process.execPath, [yarn, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e9,
    ...options,
  });
const edit = (file, change) =>
  writeFileSync(join(app, file), change(readFileSync(join(app, file), 'utf8')));
const editJson = (file, change) =>
  edit(file, text => {
    const json = JSON.parse(text);
    change(json);
    return JSON.stringify(json, null, 2);
  });

function pack() {
  const tarballs = {};
  mkdirSync(join(work, 'tarballs'));
  for (const dir of packages) {
    const { name } = JSON.parse(
      readFileSync(join(root, dir, 'package.json'), 'utf8'),
    );
    const file = join(work, 'tarballs', `${name.replace(/[@/]/g, '_')}.tgz`);
    run(['pack', '--out', file], join(root, dir));
    tarballs[name] = `file:${file}`;
  }
  return tarballs;
}

/** Backstage's own packages at the versions of this release, by our lockfile and by the app. */
function releaseVersions() {
  const seen = {};
  const lock = readFileSync(join(root, 'yarn.lock'), 'utf8');
  for (const [, name, version] of lock.matchAll(
    /^"(@backstage\/[^@]+)@npm:.*\n {2}version: (\S+)$/gm,
  )) {
    (seen[name] ??= new Set()).add(version);
  }
  const versions = Object.fromEntries(
    Object.entries(seen)
      .filter(([, all]) => all.size === 1)
      .map(([name, [version]]) => [name, version]),
  );
  for (const dir of ['.', 'packages/app', 'packages/backend']) {
    const json = JSON.parse(readFileSync(join(app, dir, 'package.json')));
    const asked = { ...json.dependencies, ...json.devDependencies };
    for (const [name, range] of Object.entries(asked)) {
      if (name.startsWith('@backstage/') && /^\^\d/.test(range)) {
        versions[name] = range.slice(1);
      }
    }
  }
  return versions;
}

function createApp(tarballs) {
  const args = ['--yes', '@backstage/create-app@0.9.2', '--skip-install'];
  if (frontend === 'legacy') args.push('--legacy');
  execFileSync('npx', [...args, '--path', app], {
    cwd: work,
    input: 'trial\n',
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  editJson('package.json', json => {
    // else the newest of each, which need not fit together
    json.resolutions = {
      ...releaseVersions(),
      ...ours.resolutions,
      ...tarballs,
    };
    json.dependenciesMeta = ours.dependenciesMeta;
    delete json.devDependencies['node-gyp'];
  });
  const install = (file, names) =>
    editJson(file, json => {
      for (const name of names) json.dependencies[name] = tarballs[name];
    });
  install('packages/backend/package.json', [
    '@hotpass/backstage-plugin-supply-chain-backend',
    '@hotpass/backstage-plugin-catalog-backend-module-supply-chain',
    '@hotpass/backstage-plugin-techdocs-backend-module-supply-chain',
    '@hotpass/supply-chain-cli',
  ]);
  install('packages/app/package.json', [
    '@hotpass/backstage-plugin-supply-chain',
  ]);
  edit('packages/backend/src/index.ts', text =>
    text.replace(
      'backend.start();',
      [
        'supply-chain-backend',
        'catalog-backend-module-supply-chain',
        'techdocs-backend-module-supply-chain',
      ]
        .map(
          name => `backend.add(import('@hotpass/backstage-plugin-${name}'));`,
        )
        .concat('backend.start();')
        .join('\n'),
    ),
  );
  if (frontend === 'legacy') installLegacyPages();
  appendFileSync(join(app, '.yarnrc.yml'), 'enableTelemetry: false\n');
  edit('.yarnrc.yml', text =>
    text.replace('npmMinimalAgeGate: 3d', 'npmMinimalAgeGate: 0'),
  );
}

function installLegacyPages() {
  edit('packages/app/src/components/catalog/EntityPage.tsx', text =>
    `import { EntitySupplyChainContent } from '@hotpass/backstage-plugin-supply-chain';\n${text}`.replaceAll(
      '<EntityLayout.Route path="/ci-cd" title="CI/CD">',
      '<EntityLayout.Route path="/supply-chain" title="Supply chain">\n      <EntitySupplyChainContent />\n    </EntityLayout.Route>\n\n    <EntityLayout.Route path="/ci-cd" title="CI/CD">',
    ),
  );
  edit('packages/app/src/App.tsx', text =>
    `import { SupplyChainPage } from '@hotpass/backstage-plugin-supply-chain';\n${text}`.replace(
      '<Route path="/settings"',
      '<Route path="/supply-chain" element={<SupplyChainPage />} />\n    <Route path="/settings"',
    ),
  );
}

function configure() {
  writeFileSync(
    join(app, 'app-config.trial.yaml'),
    `app: { baseUrl: 'http://localhost:${port}' }
backend:
  baseUrl: http://localhost:${port}
  listen: { host: localhost, port: ${port} }
  auth:
    externalAccess:
      - type: static
        options: { token: ${token}, subject: trial }
  database: { client: better-sqlite3, connection: ':memory:' }
integrations: {}
techdocs:
  builder: local
  publisher: { type: local, local: { publishDirectory: ${join(work, 'docs')} } }
supplyChain:
  store: { directory: ${join(work, 'store')} }
  grants:
    - subject: trial
      entities: ['component:default/*']
      channels: [release, change]
      actions: [submit, read]
`,
  );
}

async function walk(logs) {
  const base = `http://localhost:${port}`;
  const deadline = Date.now() + 180_000;
  for (;;) {
    const up = await fetch(`${base}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (up?.ok) break;
    if (Date.now() > deadline) throw new Error(`not up: ${logs.join('')}`);
    await new Promise(r => setTimeout(r, 1000));
  }
  say('backend is up; pushing with the packed CLI');
  const sbom = join(work, 'trial.cdx.json');
  writeFileSync(
    sbom,
    JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: {
          type: 'application',
          'bom-ref': 'trial',
          name: 'trial',
          version: '1.0.0',
        },
      },
      components: [
        {
          type: 'library',
          'bom-ref': 'a',
          name: 'left-pad',
          version: '1.3.0',
          purl: 'pkg:npm/left-pad@1.3.0',
          licenses: [{ license: { id: 'WTFPL' } }],
        },
      ],
      dependencies: [{ ref: 'trial', dependsOn: ['a'] }],
    }),
  );
  let output = '';
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      output = execFileSync(
        process.execPath,
        [
          join(app, 'node_modules/.bin/supply-chain'),
          'push',
          sbom,
          '--entity=component:default/example-website',
          '--release=1.0.0',
          `--portal=${base}`,
          '--json',
        ],
        { env: { ...process.env, SUPPLY_CHAIN_TOKEN: token }, cwd: work },
      ).toString();
      break;
    } catch (error) {
      output = `${error.stdout}${error.stderr}`;
      if (error.status === 1) break;
      await new Promise(r => setTimeout(r, 2000));
    }
  }
  const posture = await fetch(
    `${base}/api/supply-chain/v1/entities/component/default/example-website/posture`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const body = await posture.json();
  if (!body.decision?.policyDigest || body.decision.verdict === 'error') {
    throw new Error(
      `worker or policy bundle did not work from the packages: ${output} ${JSON.stringify(
        body,
      )}\n${logs.slice(-30).join('')}`,
    );
  }
  say(`judged: ${body.decision.verdict} by ${body.decision.policyDigest}`);

  const browser = await openPortal({ base });
  try {
    const page = await browser.newPage();
    await page.goto(`${base}/catalog/default/component/example-website`);
    const enter = page.getByRole('button', { name: 'Enter' });
    const heading = page.getByRole('heading', { name: 'example-website' });
    await enter.or(heading).first().waitFor({ timeout: 60_000 });
    if (await enter.isVisible()) await enter.click();
    await heading.first().waitFor({ timeout: 60_000 });
    await page.goto(
      `${base}/catalog/default/component/example-website/supply-chain`,
    );
    await page.getByText(/ship/).first().waitFor({ timeout: 60_000 });
    await page.goto(`${base}/supply-chain`);
    await page
      .getByText(/pipeline health/i)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.goto(
      `${base}/docs/default/resource/evidence-component-example-website`,
    );
    await page
      .getByText('Documents of the newest release')
      .waitFor({ timeout: 60_000 });
  } catch (error) {
    const [page] = browser.context.pages().slice(-1);
    console.error(
      await page.getByRole('main').or(page.locator('body')).last().innerText(),
    );
    throw error;
  } finally {
    await browser.close();
  }
  say('the entity tab, the portal page and the docs render');
}

let backend;
try {
  say('packing');
  const tarballs = pack();
  say('creating the app');
  createApp(tarballs);
  configure();
  say('installing');
  run(['install', '--no-immutable'], app, {
    env: { ...process.env, CI: '', YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
  });
  say('types');
  run(['tsc'], app, { stdio: 'inherit' });
  say('building the frontend');
  const config = ['--config', '../../app-config.yaml'];
  config.push('--config', '../../app-config.trial.yaml');
  run(['workspace', 'app', 'build', ...config], app);
  const logs = [];
  backend = spawn(
    process.execPath,
    [yarn, 'workspace', 'backend', 'start', ...config],
    {
      cwd: app,
      detached: true,
      env: { ...process.env, NODE_ENV: 'development', GITHUB_TOKEN: 'none' },
    },
  );
  for (const stream of [backend.stdout, backend.stderr]) {
    stream.on('data', chunk => logs.push(String(chunk)));
  }
  await walk(logs);
  say('passed');
} finally {
  if (backend) {
    try {
      process.kill(-backend.pid, 'SIGKILL');
    } catch {
      // it ended by itself
    }
  }
  if (keep) say(`kept ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
