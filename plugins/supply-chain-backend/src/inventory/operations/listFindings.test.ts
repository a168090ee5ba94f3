import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { cycloneDx } from '../../__testUtils__/cycloneDx';
import { standInWorkers } from '../../__testUtils__/standInWorkers';
import { writeSideOf } from '../../__testUtils__/writeSide';
import { GrantedList } from '../../authorization';
import { pageOfFindings } from '../pageOfFindings';
import { WhereUsed } from '../WhereUsed';
import { countFindings } from './countFindings';
import { listFindingKeys } from './listFindingKeys';
import { listFindings } from './listFindings';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

async function addFinding(
  knex: Knex,
  options: {
    id: number;
    vulnerability: string;
    releaseId: number;
    evidenceId: number;
    component: string;
    sources: { severity: string; status: string; removed_at?: number }[];
  },
) {
  const { id, sources } = options;
  await knex('finding').insert({
    id,
    uid: `finding-${id}`,
    release_id: options.releaseId,
    vulnerability: options.vulnerability,
    component_key: options.component,
    component_name: options.component.slice('pkg:npm/'.length).split('@')[0],
    first_seen_at: 1000,
  });
  await knex('finding_source').insert(
    sources.map((source, at) => ({
      finding_id: id,
      evidence_id: options.evidenceId,
      tool: 'grype',
      fixed_in: '["1.0.1"]',
      pointer: `/matches/${at}`,
      reported_at: 2000,
      known_exploited: at === 0,
      ...source,
    })),
  );
}

describe.each(databases.eachSupportedId())('reading findings on %p', id => {
  it('unites sources and leaves out what was withdrawn or removed', async () => {
    const knex = await databases.init(id);
    const side = await writeSideOf({ workers: standInWorkers(), knex });
    await side.intake.submit({
      body: Readable.from([
        cycloneDx({ name: 'app', version: '1' }, ['left@1.0.0', 'left@2.0.0']),
      ]),
      entityRef: 'component:default/app',
      version: '1.0.0',
      channel: 'release',
      principal: { type: 'service', ref: 'external:ci' },
      via: 'http',
    });
    const {
      id: evidenceId,
      release_id: releaseId,
      reading_id,
    } = await knex('evidence').first();
    await knex('advisory').insert([
      {
        reading_id,
        vulnerability: 'GHSA-aaaa-bbbb-cccc',
        aliases: '["CVE-2026-0001"]',
        description: 'What it is',
      },
      { reading_id, vulnerability: 'CVE-2026-0002', aliases: '[]' },
    ]);
    const common = { releaseId, evidenceId, component: 'pkg:npm/left@1.0.0' };
    await addFinding(knex, {
      ...common,
      id: 201,
      vulnerability: 'GHSA-aaaa-bbbb-cccc',
      sources: [
        { severity: 'low', status: 'not_affected' },
        { severity: 'critical', status: 'open' },
      ],
    });
    await addFinding(knex, {
      ...common,
      id: 202,
      vulnerability: 'CVE-2026-0002',
      sources: [{ severity: 'high', status: 'open', removed_at: 3000 }],
    });

    const findings = await listFindings({ tx: knex, releaseId });
    expect(findings).toMatchObject([
      {
        vulnerability: 'CVE-2026-0001',
        aliases: ['GHSA-aaaa-bbbb-cccc'],
        description: 'What it is',
        severity: 'critical',
        status: 'open',
        knownExploited: true,
        fixedIn: ['1.0.1'],
        sources: [{ status: 'not_affected' }, { status: 'open' }],
        firstSeenAt: '1970-01-01T00:00:01.000Z',
      },
    ]);
    const page = (query: object) =>
      pageOfFindings(findings, { limit: 10, ...query }).totalItems;
    expect(page({ query: 'ghsa-AAAA' })).toBe(1);
    expect(page({ severity: 'low' })).toBe(0);
    expect(page({ status: 'open' })).toBe(1);
    expect(await countFindings({ tx: knex, releaseId })).toEqual(
      new Map([['pkg:npm/left@1.0.0', 1]]),
    );

    await knex('evidence').update({ withdrawn_at: 4000 });
    expect(await listFindings({ tx: knex, releaseId })).toEqual([]);
    const keys = await listFindingKeys({ tx: knex, releaseIds: [releaseId] });
    expect(keys.get(releaseId)?.count).toBe(0);

    const everything = {
      visible: async (refs: string[]) => new Set(refs),
    } as unknown as GrantedList;
    const whereUsed = async (purl: string) => {
      const inventory = new WhereUsed({ database: knex });
      return inventory.list(everything, { purl, limit: 10 });
    };
    const { items } = await whereUsed('pkg:npm/left');
    expect(items.map(use => use.component.version)).toEqual(['1.0.0', '2.0.0']);
    expect(await whereUsed('pkg:npm/left@2.0.0')).toMatchObject({
      totalItems: 1,
      items: [
        {
          entityRef: 'component:default/app',
          version: '1.0.0',
          component: { version: '2.0.0', relation: 'direct' },
        },
      ],
    });
    await side.workers.close();
  });
});
