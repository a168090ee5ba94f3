import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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

/** Packs the command line's source at that commit: the build product of the demo. */
function archive({ root, folder, name, commit }) {
  const path = join(folder, name);
  execFileSync(
    'git',
    ['archive', '--format=tar', `--output=${path}`, commit, 'packages/cli'],
    { cwd: root, stdio: 'ignore' },
  );
  return path;
}

/**
 * Makes the documents that are not carried by the repository. Those of this
 * repository's own components are made by the real commands from what is installed.
 */
export async function makeDocuments({ root, folder, cli, version, commit }) {
  mkdirSync(folder, { recursive: true });
  const at = name => join(folder, name);
  const carried = name => join(root, 'demo', 'evidence', name);
  const now = new Date();
  const write = (name, document) => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), `${JSON.stringify(document, null, 1)}\n`);
  };

  // What is installed is listed by ourselves: a first start needs no further download.
  const sbom = ['--builtin', '--author', 'Hotpass maintainers'];
  sbom.push('--release', version);
  await cli([
    'sbom',
    'packages/cli',
    ...sbom,
    '--output',
    at('supply-chain-cli.cdx.json'),
  ]);
  await cli([
    ...['sbom', 'packages/backend', ...sbom, '--name', 'supply-chain-portal'],
    ...['--output', at('supply-chain-portal.cdx.json')],
  ]);
  const outputs = [];
  if (commit) {
    const name = `supply-chain-cli-${version}.tar`;
    const output = archive({ root, folder, name, commit });
    await cli(['checksums', output, '--output', at('checksums.txt')]);
    await cli([
      ...['provenance', output, '--output', at('provenance.json')],
      ...['--repository', 'https://github.com/hotpass/backstage-supply-chain'],
      ...[
        '--command',
        `git archive --format=tar --output=${name} ${commit} packages/cli`,
      ],
    ]);
    const [sha256] = readFileSync(at('checksums.txt'), 'utf8').split(' ');
    outputs.push(`sha256:${sha256}=${name}`);
  }

  const chainloop = readGzipped(carried('chainloop.cdxgen.cdx15.json.gz'));
  // One name for every scan, as in a real job: the next one replaces the last.
  write('chainloop-before/grype.json', scanReport({ finding: false, now }));
  write('chainloop-broken/grype.json', scanReport({ finding: true, now }));
  write('chainloop-fixed/grype.json', scanReport({ finding: false, now }));
  write('chainloop-fixed/sbom.cdx.json', withFix(chainloop));
  const app = readGzipped(carried('backstage-app.yarn-plugin.cdx16.json.gz'));
  write('backstage-app.pull-request.cdx.json', withPullRequest(app));
  return { at, carried, outputs, hasOutput: existsSync(at('provenance.json')) };
}
