import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const principal = { type: 'service' as const, ref: 'external:ci' };
const purl = 'pkg:npm/left@1.0.0';

/** As Grype 0.9x writes it: the advisory is GitHub's, the CVE is related. */
function grype(ids: [string, string][]): Buffer {
  return Buffer.from(
    JSON.stringify({
      matches: ids.map(([id, related]) => ({
        vulnerability: {
          id,
          dataSource: `https://github.com/advisories/${id}`,
          namespace: 'github:language:javascript',
          severity: 'High',
          urls: [],
          description: 'Prototype pollution',
          cvss: [],
          fix: { versions: ['1.0.1'], state: 'fixed' },
          advisories: [],
        },
        relatedVulnerabilities: [
          { id: related, namespace: 'nvd:cpe', severity: 'High', cvss: [] },
        ],
        matchDetails: [{ type: 'exact-direct-match', matcher: 'js-matcher' }],
        artifact: {
          id: 'a1',
          name: 'left',
          version: '1.0.0',
          type: 'npm',
          purl,
        },
      })),
      source: { type: 'directory', target: '.' },
      distro: { name: '', version: '', idLike: [] },
      descriptor: { name: 'grype', version: '0.92.0' },
    }),
  );
}

/** An SBOM that names the same trouble by its CVE. */
function withVulnerability(id: string): Buffer {
  const bom = JSON.parse(
    cycloneDx({ name: 'app', version: '1.0.0' }, ['left@1.0.0']).toString(),
  );
  return Buffer.from(
    JSON.stringify({
      ...bom,
      vulnerabilities: [
        {
          id,
          ratings: [{ severity: 'high' }],
          affects: [{ ref: 'left@1.0.0' }],
        },
      ],
    }),
  );
}

it.each(databases.eachSupportedId())(
  'unites names, attributes each source, and deletes softly on %p',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const { intake, workers } = await writeSideOf({ knex });
    const send = (bytes: Buffer) =>
      intake.submit({
        body: Readable.from([bytes]),
        entityRef: 'component:default/app',
        version: '1.0.0',
        principal,
        via: 'http',
      });
    const live = () => knex('finding').whereNull('gone_at');
    try {
      await send(withVulnerability('CVE-2026-1'));
      await send(
        grype([
          ['GHSA-aaaa-bbbb-cccc', 'CVE-2026-1'],
          ['GHSA-dddd-eeee-ffff', 'CVE-2026-2'],
        ]),
      );
      expect(await live()).toHaveLength(2);
      expect(await knex('vulnerability').orderBy('key').pluck('key')).toEqual([
        'CVE-2026-1',
        'CVE-2026-2',
      ]);
      const sources = await knex('finding_source as s')
        .join('finding as f', 'f.id', 's.finding_id')
        .join('vulnerability as v', 'v.id', 'f.vulnerability_id')
        .whereNull('s.removed_at')
        .where({ 'v.key': 'CVE-2026-1' });
      expect(sources).toHaveLength(2);

      // The next scan no longer reports the second; the SBOM still has the first
      await send(grype([['GHSA-xxxx-yyyy-zzzz', 'CVE-2026-3']]));
      const gone = await knex('finding').whereNotNull('gone_at');
      expect(gone).toHaveLength(1);
      expect(await live()).toHaveLength(2);
      expect(
        await knex('finding_source').whereNotNull('removed_at'),
      ).toHaveLength(2);
    } finally {
      await workers.close();
    }
  },
);
