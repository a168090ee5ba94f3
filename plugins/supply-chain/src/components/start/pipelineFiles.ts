/** A pipeline file, ready to copy. */
export interface PipelineFile {
  id: 'github' | 'gitlab' | 'shell';
  /** Where it belongs in the repository; a shell line belongs nowhere. */
  path?: string;
  text: string;
}

const CLI = 'npx --yes @hotpass/supply-chain-cli';
const SBOM = 'npm sbom --sbom-format=cyclonedx > sbom.cdx.json';
const NOTE = '# Any generator will do: syft, cdxgen, or your build tool’s own.';

/** Files that send an SBOM of every release, and of every pull request. */
export function pipelineFiles(options: {
  entityRef: string;
  portalUrl: string;
}): PipelineFile[] {
  const { entityRef, portalUrl } = options;
  const push = `${CLI} push sbom.cdx.json --entity ${entityRef}`;
  return [
    {
      id: 'github',
      path: '.github/workflows/supply-chain.yml',
      text: `name: Supply chain
on:
  push:
    tags: ['*']
  pull_request:
permissions:
  contents: read
jobs:
  evidence:
    runs-on: ubuntu-latest
    env:
      SUPPLY_CHAIN_PORTAL: ${portalUrl}
      SUPPLY_CHAIN_TOKEN: \${{ secrets.SUPPLY_CHAIN_TOKEN }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      ${NOTE}
      - run: npm ci && ${SBOM}
      - if: github.ref_type == 'tag'
        run: ${push} --release "$GITHUB_REF_NAME"
      - if: github.event_name == 'pull_request'
        run: ${push} --change "$CHANGE"
        env:
          CHANGE: \${{ github.event.number }}@\${{ github.event.pull_request.head.sha }}
`,
    },
    {
      id: 'gitlab',
      path: '.gitlab-ci.yml',
      text: `supply-chain:
  image: node:24
  variables:
    SUPPLY_CHAIN_PORTAL: ${portalUrl}
    # SUPPLY_CHAIN_TOKEN: a masked variable of the project
  rules:
    - if: $CI_COMMIT_TAG
      variables:
        PLACE: --release $CI_COMMIT_TAG
    - if: $CI_MERGE_REQUEST_IID
      variables:
        PLACE: --change $CI_MERGE_REQUEST_IID@$CI_COMMIT_SHA
  script:
    ${NOTE}
    - npm ci && ${SBOM}
    - ${push} $PLACE
`,
    },
    {
      id: 'shell',
      text: `export SUPPLY_CHAIN_PORTAL=${portalUrl}
export SUPPLY_CHAIN_TOKEN=…
${NOTE}
${SBOM}
${push} --release 1.0.0
`,
    },
  ];
}
