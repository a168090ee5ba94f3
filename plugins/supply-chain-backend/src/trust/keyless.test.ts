import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createEvidenceWorkers,
  EvidenceWorkers,
} from '@hotpass/supply-chain-evidence';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';
import { privateSigstore } from './__testUtils__/privateSigstore';
import { sbomStatement } from './__testUtils__/signing';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const root = { name: 'app', version: '1.0.0' };

describe.each(databases.eachSupportedId())('keyless on %p', id => {
  let workers: EvidenceWorkers;
  let sigstore: Awaited<ReturnType<typeof privateSigstore>> | undefined;

  beforeAll(async () => {
    workers = createEvidenceWorkers();
    sigstore = await privateSigstore();
  });
  afterAll(async () => {
    sigstore?.close();
    await workers.close();
  });

  it('takes no older signed document for the newest, however late it comes', async () => {
    const knex = await databases.init(id);
    const { claims, rootFile, sign } = sigstore!;
    const line = (source: object, more: object = {}) => ({
      signer: {
        root: 'own',
        issuer: claims.iss,
        identity: `https://github.com/${claims.job_workflow_ref}`,
        source: {
          repositoryId: claims.repository_id,
          refs: ['refs/tags/*'],
          triggers: [claims.event_name],
          ...source,
        },
      },
      predicateTypes: ['https://cyclonedx.org/bom'],
      entities: ['component:default/*'],
      ...more,
    });
    const start = (trust: object, storeIn?: string) =>
      writeSideOf({
        knex,
        workers,
        storeIn,
        config: {
          trust: { roots: [{ name: 'own', file: rootFile }], ...trust },
        },
      });
    const side = await start({
      lines: [
        { id: 'another', ...line({ repositoryId: '99' }) },
        { id: 'job', ...line({}) },
      ],
    });
    const sbom = (name: string) =>
      sign(sbomStatement(['app.tgz'], cycloneDx(root, [`${name}@1.0.0`])));
    const older = await sbom('older');
    // The log tells times in whole seconds
    await sleep(1_100);
    const newer = await sbom('newer');
    const send = (body: Buffer, stream = 'app') =>
      side.intake.submit({
        body: Readable.from([body]),
        entityRef: 'component:default/app',
        version: '1.0.0',
        stream,
        principal: { type: 'service', ref: 'external:ci' },
        via: 'http',
      });
    const { evidenceUid } = await send(newer);
    await send(older);
    const rows = await knex('evidence').orderBy('id');
    expect(
      rows.map(row => [
        JSON.parse(row.signature).state,
        row.trust_line,
        Boolean(row.current),
      ]),
    ).toEqual([
      ['verified', 'job', true],
      ['verified', 'job', false],
    ]);
    expect(rows[0].uid).toBe(evidenceUid);
    const used = await knex('current_component as c')
      .join('component as k', 'k.id', 'c.component_id')
      .pluck('k.name');
    expect(used).toEqual(['newer']);

    // Signed before the end of the line, and known to be by the log
    const until = JSON.parse(rows[0].signature).times[0];
    const after = new Date(Date.parse(until) + 1000).toISOString();
    const retired = { reason: 'retired', since: after };
    const later = await start(
      { lines: [{ id: 'job', ...line({}, { revoked: retired }) }] },
      side.directory,
    );
    await later.reassess.run();
    expect(await knex('evidence').orderBy('id').pluck('trust_line')).toEqual([
      'job',
      'job',
    ]);
    const first = JSON.parse((await knex('evidence').first()).trust);
    expect(first).toMatchObject({ state: 'trusted' });
  });
});
