import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';
import { listFindings } from '../inventory/operations/listFindings';
import { WhereUsed } from '../inventory/WhereUsed';

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

/** An SBOM that reports trouble of its own. */
function withVulnerabilities(
  name: string,
  ...vulnerabilities: { id: string }[]
): Buffer {
  const bom = JSON.parse(
    cycloneDx({ name, version: '1.0.0' }, ['left@1.0.0']).toString(),
  );
  return Buffer.from(
    JSON.stringify({
      ...bom,
      vulnerabilities: vulnerabilities.map(vulnerability => ({
        ratings: [{ severity: 'high' }],
        affects: [{ ref: 'left@1.0.0' }],
        ...vulnerability,
      })),
    }),
  );
}

it.each(databases.eachSupportedId())(
  'unites names, attributes each source, and deletes softly on %p',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const { intake, workers } = await writeSideOf({ knex });
    const send = (bytes: Buffer, fileName = 'scan.json') =>
      intake.submit({
        fileName,
        body: Readable.from([bytes]),
        entityRef: 'component:default/app',
        version: '1.0.0',
        principal,
        via: 'http',
      });
    const live = async () => {
      const { id: releaseId } = await knex('release').first('id');
      return (await listFindings({ tx: knex, releaseId })).map(finding => [
        finding.vulnerability,
        finding.aliases,
        finding.sources.length,
      ]);
    };
    try {
      await send(withVulnerabilities('app', { id: 'CVE-2026-1' }));
      await send(
        grype([
          ['GHSA-aaaa-bbbb-cccc', 'CVE-2026-1'],
          ['GHSA-dddd-eeee-ffff', 'CVE-2026-2'],
        ]),
      );
      expect(await live()).toEqual([
        ['CVE-2026-1', ['GHSA-aaaa-bbbb-cccc'], 2],
        ['CVE-2026-2', ['GHSA-dddd-eeee-ffff'], 1],
      ]);

      // The next scan no longer reports the second; the SBOM still has the first
      await send(grype([['GHSA-xxxx-yyyy-zzzz', 'CVE-2026-3']]), 'rescan.json');
      expect(await knex('finding').whereNotNull('gone_at')).toHaveLength(2);
      expect(await live()).toEqual([
        ['CVE-2026-1', [], 1],
        ['CVE-2026-3', ['GHSA-xxxx-yyyy-zzzz'], 1],
      ]);
      expect(
        await knex('finding_source').whereNotNull('removed_at'),
      ).toHaveLength(2);
    } finally {
      await workers.close();
    }
  },
);

describe.each(databases.eachSupportedId())(
  'documents of another entity on %p',
  databaseId => {
    async function setUp() {
      const knex = await databases.init(databaseId);
      const side = await writeSideOf({ knex, entities: ['app', 'other'] });
      await side.sync.run();
      const send = (entity: string, bytes: Buffer) =>
        side.intake.submit({
          body: Readable.from([bytes]),
          entityRef: `component:default/${entity}`,
          version: '1.0.0',
          principal,
          via: 'http',
        });
      return { knex, send, workers: side.workers };
    }

    it('say nothing about the findings of this one', async () => {
      const { knex, send, workers } = await setUp();
      const ids = ['CVE-2021-44228', 'CVE-2022-0001', 'CVE-2030-1'];
      const references = ids.map(id => ({ id, source: { name: 'x' } }));
      try {
        await send(
          'app',
          withVulnerabilities(
            'app',
            { id: 'CVE-2030-1', description: 'Text of app' } as { id: string },
            { id: 'CVE-1999-0001', references } as { id: string },
            { id: 'GHSA-1', references } as { id: string },
          ),
        );
        await send(
          'other',
          withVulnerabilities('other', ...ids.map(id => ({ id }))),
        );
        const release = await knex('release as r')
          .join('subject as s', 's.id', 'r.subject_id')
          .where('s.name', 'other')
          .first('r.id');
        const findings = await listFindings({
          tx: knex,
          releaseId: release.id,
        });
        expect(findings).toHaveLength(3);
        for (const [at, finding] of findings.entries()) {
          expect(finding).toMatchObject({
            vulnerability: ids[at],
            aliases: [],
          });
          expect(finding.sources).toHaveLength(1);
          expect(finding).not.toHaveProperty('description');
        }
      } finally {
        await workers.close();
      }
    });

    it('give a package no other name or version', async () => {
      const { knex, send, workers } = await setUp();
      const log4j =
        'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar';
      const bom = (name: string, component: object) =>
        Buffer.from(
          JSON.stringify({
            bomFormat: 'CycloneDX',
            specVersion: '1.5',
            version: 1,
            metadata: {
              component: { type: 'application', name, version: '1' },
            },
            components: [{ type: 'library', purl: log4j, ...component }],
          }),
        );
      try {
        await send('app', bom('app', { name: 'harmless', version: '9.9.9' }));
        await send(
          'other',
          bom('other', { name: 'log4j-core', version: '2.14.1' }),
        );
        const usedBy = async (asked: string) => {
          const list = {
            visible: async (refs: string[]) =>
              new Set(refs.filter(ref => ref.endsWith('/other'))),
          };
          const { items } = await new WhereUsed({ database: knex }).list(
            list as never,
            { purl: asked, limit: 10 },
          );
          return items.map(({ component: { name, version } }) => [
            name,
            version,
          ]);
        };
        const expected = [['org.apache.logging.log4j/log4j-core', '2.14.1']];
        const bare = 'pkg:maven/org.apache.logging.log4j/log4j-core';
        expect(await usedBy(bare)).toEqual(expected);
        expect(await usedBy(`${bare}@2.14.1`)).toEqual(expected);
        expect(await usedBy(`${bare}@9.9.9`)).toEqual([]);
      } finally {
        await workers.close();
      }
    });
  },
);
