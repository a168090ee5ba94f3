// Documents that are made up for the demo, because no real one shows the case. Each
// says of itself that it is made up.

const MADE_UP = 'Made up for this demo: there is no such vulnerability.';
const PACKAGE = 'code.cloudfoundry.org/bytefmt';
const VULNERABLE = 'v0.84.0';
const FIXED = 'v0.84.1';

const purl = version => `pkg:golang/${PACKAGE}@${version}`;

/** A scan report in Grype's format; with `finding`, one exploited vulnerability with a fix. */
export function scanReport({ finding, now }) {
  const matches = finding
    ? [
        {
          vulnerability: {
            id: 'DEMO-2026-0001',
            dataSource: '',
            namespace: 'demo',
            severity: 'Critical',
            urls: [],
            description: MADE_UP,
            cvss: [],
            epss: [],
            knownExploited: [
              {
                cve: 'DEMO-2026-0001',
                vulnerabilityName: MADE_UP,
                dateAdded: now.toISOString().slice(0, 10),
                requiredAction: 'None, it is a demo.',
                knownRansomwareCampaignUse: 'Unknown',
              },
            ],
            fix: { versions: [FIXED], state: 'fixed' },
            advisories: [],
          },
          relatedVulnerabilities: [],
          matchDetails: [],
          artifact: {
            id: 'demo',
            name: PACKAGE,
            version: VULNERABLE,
            type: 'go-module',
            locations: [],
            language: 'go',
            licenses: [],
            cpes: [],
            purl: purl(VULNERABLE),
            upstreams: [],
          },
        },
      ]
    : [];
  return {
    matches,
    source: { type: 'file', target: 'chainloop.cdx.json' },
    distro: { name: '', version: '', idLike: null },
    descriptor: {
      name: 'grype',
      version: '0.0.0-demo',
      timestamp: now.toISOString(),
      db: { status: { built: now.toISOString(), valid: true } },
    },
  };
}

/** Chainloop's SBOM as it would be after moving to the version that fixes the made-up finding. */
export function withFix(sbom) {
  return JSON.parse(
    JSON.stringify(sbom)
      .replaceAll(purl(VULNERABLE), purl(FIXED))
      .replaceAll(
        `"name":"${PACKAGE}","version":"${VULNERABLE}"`,
        `"name":"${PACKAGE}","version":"${FIXED}"`,
      ),
  );
}

/** The SBOM of a pull request that adds a package under a licence which is denied. */
export function withPullRequest(sbom) {
  const added = 'pkg:npm/mupdf@1.26.4';
  const changed = structuredClone(sbom);
  changed.components.push({
    type: 'library',
    name: 'mupdf',
    version: '1.26.4',
    'bom-ref': added,
    purl: added,
    licenses: [{ license: { id: 'AGPL-3.0-or-later' } }],
    properties: [
      { name: 'demo', value: 'Added for this demo by a made-up pull request' },
    ],
  });
  const root = changed.metadata.component['bom-ref'];
  changed.dependencies.find(({ ref }) => ref === root).dependsOn.push(added);
  changed.dependencies.push({ ref: added });
  return changed;
}
