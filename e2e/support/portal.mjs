import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const base = process.env.E2E_PORTAL ?? 'http://localhost:3000';
const shots = process.env.E2E_SHOTS ?? join(tmpdir(), 'supply-chain-shots');
const root = resolve(import.meta.dirname, '../..');
/** The backend of that portal: `npm start` wrote down where it put it. */
export const backend = JSON.parse(
  readFileSync(join(root, '.supply-chain', 'portal.json'), 'utf8'),
).portal;

/** Saves what the page shows, for a person to look at. */
export async function shot(page, name) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** Runs the CLI as a person would; resolves with its exit code and output. */
export function supplyChain(...args) {
  return new Promise(done => {
    execFile(
      process.execPath,
      [join(root, 'packages/cli/bin/supply-chain'), ...args],
      { cwd: root, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) =>
        done({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

/** A CycloneDX document of one npm component, as a file that can be sent. */
export function sbomFile({ name, version, licence = 'MIT', component = 'ms' }) {
  const file = join(
    mkdtempSync(join(tmpdir(), 'supply-chain-e2e-')),
    `${name}.cdx.json`,
  );
  writeFileSync(
    file,
    JSON.stringify({
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        timestamp: '2026-11-23T12:00:00Z',
        component: { type: 'application', 'bom-ref': 'root', name, version },
      },
      components: [
        {
          type: 'library',
          'bom-ref': component,
          name: component,
          version: '2.1.3',
          purl: `pkg:npm/${component}@2.1.3`,
          licenses: [{ license: { id: licence } }],
        },
      ],
      dependencies: [{ ref: 'root', dependsOn: [component] }],
    }),
  );
  return file;
}

/** The guest's Backstage token, as the browser would get it. */
export async function tokenOf(persona) {
  const answer = await fetch(`${backend}/api/auth/${persona}/refresh`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await answer.json();
  return backstageIdentity.token;
}

/** One call of the plugin's API as a persona. */
export async function call(persona, path, options = {}) {
  return fetch(`${backend}/api/supply-chain/v1${path}`, {
    ...options,
    headers: {
      authorization: `Bearer ${await tokenOf(persona)}`,
      ...options.headers,
    },
  });
}

/** What the page and the API call the bytes. */
export const sha256 = bytes =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A version that no earlier run has used; the portal keeps what it was sent. */
export const uniqueVersion = name => `${name}-${Date.now().toString(36)}`;

/** The path of an entity in the API. */
export const entityPath = name => `/entities/component/default/${name}`;

/** An answer of the API as a persona, which must be a good one. */
export async function read(persona, path) {
  const answer = await call(persona, path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** The newest release of an entity with its evidence, as the guest sees it. */
export async function newestOf(name) {
  const { items } = await read('guest', `${entityPath(name)}/releases`);
  const release = items.find(({ newest }) => newest) ?? items[0];
  const path = `${entityPath(name)}/releases/${release.id}`;
  const { items: evidence } = await read('guest', `${path}/evidence`);
  return { release, path, evidence };
}

/** A release of an entity with its evidence, by its version, as the guest sees it. */
export async function releaseOf(name, version, channel) {
  const { items } = await read(
    'guest',
    `${entityPath(name)}/releases?channel=${channel}&limit=100`,
  );
  const found = items.find(item => item.version === version);
  if (!found) return undefined;
  const at = `${entityPath(name)}/releases/${found.id}`;
  return { ...found, evidence: (await read('guest', `${at}/evidence`)).items };
}

/** The kinds of evidence that a release has. */
export const kindsIn = ({ evidence }) =>
  evidence.map(({ kind }) => kind).sort();

/** The token that `npm start` wrote for this portal alone. */
export const developmentToken = () =>
  readFileSync(join(root, '.supply-chain/dev-token'), 'utf8').trim();
