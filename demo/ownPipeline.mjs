// What this repository's own workflows run, with the demo's places filled in; the test
// beside this file compares the two. Entity and version come from the environment.

const AUTHOR = ['--author', 'Hotpass maintainers'];
/** The one flag that the workflows do without: a working copy may come from anywhere. */
const REPOSITORY = [
  '--repository',
  'https://github.com/hotpass/backstage-supply-chain',
];

/**
 * The commands of `evidence-release.yml` in their order. Without an output, as in a
 * copy without git, there is only the SBOM to make; with `signed` there is a Sigstore,
 * as where the workflow's variables name one.
 */
export function releaseCommands({
  at,
  version,
  output,
  built,
  startedAt,
  signed,
}) {
  const listed = at('supply-chain-cli/sbom.cdx.json');
  const sbom = signed && output ? `${listed}.sigstore.json` : listed;
  const provenance = at(
    `supply-chain-cli/provenance${signed ? '.sigstore' : ''}.json`,
  );
  const checksums = at('supply-chain-cli/checksums.txt');
  const sign = signed ? ['--sign'] : [];
  const about = signed && output ? [...sign, '--subject', output] : [];
  const ofOutput = [
    [
      ...['provenance', output, '--command', built],
      ...['--started-at', startedAt, '--output', provenance, ...REPOSITORY],
      ...sign,
    ],
    [
      ...['checksums', output, '--provenance', provenance],
      ...['--output', checksums, ...sign],
    ],
  ];
  const evidence = [
    ...[provenance, checksums],
    ...(signed ? [`${checksums}.sigstore.json`] : []),
  ];
  return [
    [
      ...['sbom', 'packages/cli', '--builtin', ...AUTHOR],
      ...['--release', version, '--output', listed, ...about],
    ],
    ...(output ? ofOutput : []),
    [...['push', sbom], ...(output ? [...evidence, '--output', output] : [])],
    ['gate', '--stage', 'published', '--wait', '120'],
    ['promoted', '--stage', 'published'],
  ];
}

/** The commands of `evidence-pull-request.yml` in their order. */
export function changeCommands({ at, change }) {
  const sbom = at('supply-chain-cli/change.sbom.cdx.json');
  return [
    ['sbom', 'packages/cli', '--builtin', ...AUTHOR, '--output', sbom],
    ['evaluate', sbom, '--release', change],
    ['push', sbom, '--change', change],
    ['posture', '--change', change],
  ];
}
