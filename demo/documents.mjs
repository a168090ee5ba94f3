import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strangersJob } from './jobs.mjs';
import { scanReport, withFix, withPullRequest } from './madeUp.mjs';

/** A commit that names the made-up pull request's head; it is in no repository. */
export const PULL_REQUEST = '128@de40de40de40de40de40de40de40de40de40de40';

function readGzipped(path) {
  return JSON.parse(gunzipSync(readFileSync(path)));
}

/** The commit of this working copy; without git there is one name for all. */
export function commitOf(root) {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Makes the documents that are not carried by the repository; `sendOwn` makes those of
 * the command line.
 */
export async function makeDocuments({ root, folder, cli, version, sigstore }) {
  mkdirSync(folder, { recursive: true });
  const at = name => join(folder, name);
  const carried = name => join(root, 'demo', 'evidence', name);
  const now = new Date();
  const write = (name, document) => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), `${JSON.stringify(document, null, 1)}\n`);
  };

  // What is installed is listed by ourselves: a first start needs no further download.
  await cli([
    ...['sbom', 'packages/backend', '--builtin', '--author'],
    ...['Hotpass maintainers', '--release', version],
    ...['--name', 'supply-chain-portal'],
    ...['--output', at('supply-chain-portal.cdx.json')],
  ]);

  const chainloop = readGzipped(carried('chainloop.cdxgen.cdx15.json.gz'));
  // One name for every scan, as in a real job: the next one replaces the last.
  write('chainloop-before/grype.json', scanReport({ finding: false, now }));
  write('chainloop-broken/grype.json', scanReport({ finding: true, now }));
  write('chainloop-fixed/grype.json', scanReport({ finding: false, now }));
  write('chainloop-fixed/sbom.cdx.json', withFix(chainloop));
  const app = readGzipped(carried('backstage-app.yarn-plugin.cdx16.json.gz'));
  write('backstage-app.pull-request.cdx.json', withPullRequest(app));
  const stranger = await signAsStranger({
    path: at('backstage-app/sbom.cdx.json'),
    bytes: gunzipSync(
      readFileSync(carried('backstage-app.yarn-plugin.cdx16.json.gz')),
    ),
    cli,
    sigstore,
  });
  return { at, carried, stranger };
}

/** A good signature over the app's SBOM, by somebody whom no trust line names. */
async function signAsStranger({ path, bytes, cli, sigstore }) {
  const bundle = `${path}.sigstore.json`;
  if (sigstore) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const env = { ...sigstore.env, ...strangersJob() };
    await cli(['sign', path], { env });
  }
  return existsSync(bundle) ? bundle : undefined;
}
