import { NotModifiedError } from '@backstage/errors';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';
import { RefusedError } from '../intake/RefusedError';
import { EvidenceCollector } from './EvidenceCollector';
import { resolveInside } from './resolveInside';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const source = 'url:https://git.example/org/app/tree/main/';

it.each([
  ['./evidence/', 'https://git.example/org/app/tree/main/evidence/'],
  ['evidence', 'https://git.example/org/app/tree/main/evidence'],
  ['url:./a/../b/', 'https://git.example/org/app/tree/main/b/'],
  ['../../../other/', undefined],
  ['/org/other/', undefined],
  ['https://evil.example/org/app/tree/main/', undefined],
  ['//evil.example/org/app/tree/main/', undefined],
  ['https://user@git.example/org/app/tree/main/', undefined],
  ['%2e%2e/%2e%2e/x', undefined],
  ['..%2f..%2fx', undefined],
  ['..\\..\\..\\x', undefined],
])('reads %p only inside the source location', (location, expected) => {
  const target = resolveInside(source, location);
  expect('url' in target ? target.url : undefined).toBe(expected);
});

it.each([
  [
    'https://git.example/org/app',
    'other/tree/main/',
    'org/app/other/tree/main/',
  ],
  ['https://git.example/org/app', '../other/', undefined],
  ['https://dev.example/org/_git/app?path=/', '../other?path=/', undefined],
  ['https://git.example/org/app/catalog-info.yaml', 'sbom/', 'org/app/sbom/'],
])('does not take %p for the folder above it', (base, location, expected) => {
  const target = resolveInside(`url:${base}`, location);
  expect('url' in target ? target.url : undefined).toBe(
    expected && `https://git.example/${expected}`,
  );
});

it('collects <version>/<file>, once for each etag, and refuses visibly', async () => {
  const knex = await databases.init('SQLITE_3');
  const { intake, sync, database, workers, store, audit, auditor } =
    await writeSideOf({ knex });
  await sync.run();
  await knex('subject').update({
    source_location: source,
    evidence_location: './evidence/',
  });
  const files: Record<string, Buffer> = {
    '1.2.0/app.cdx.json': cycloneDx({ name: 'app', version: '1.2.0' }, [
      'a@1.0.0',
    ]),
    'root.cdx.json': cycloneDx({ name: 'app', version: '1.1.0' }, ['b@1.0.0']),
    'readme.txt': Buffer.from('hello'),
  };
  const readTree = jest.fn(
    async (_url: string, options?: { etag?: string }) => {
      if (options?.etag === 'one') throw new NotModifiedError();
      return {
        etag: 'one',
        files: async () =>
          Object.entries(files).map(([path, bytes]) => ({
            path,
            content: async () => bytes,
          })),
      };
    },
  );
  const collector = new EvidenceCollector({
    database,
    intake,
    workers,
    temporary: store.temporary,
    audit,
    reader: { readTree } as never,
    logger: { warn() {} } as never,
  });
  const state = () => knex('collector_state').first();

  await collector.run();
  expect(readTree.mock.calls[0][0]).toBe(
    'https://git.example/org/app/tree/main/evidence/',
  );
  expect(await knex('release').orderBy('version').pluck('version')).toEqual([
    '1.1.0',
    '1.2.0',
  ]);
  expect(auditor.createEvent).toHaveBeenCalledWith(
    expect.objectContaining({ eventId: 'evidence-collect' }),
  );
  expect(await knex('receipt').first()).toMatchObject({ via: 'collector' });
  expect(await knex('refusal').first()).toMatchObject({
    code: 'version-unknown',
    file_name: 'readme.txt',
  });
  expect(await state()).toMatchObject({ outcome: 'refused', etag: 'one' });

  await collector.run();
  expect(await state()).toMatchObject({ outcome: 'unchanged' });
  expect(await knex('receipt')).toHaveLength(2);

  await knex('subject').update({ evidence_location: 'https://evil.example/' });
  await collector.run();
  expect(await state()).toMatchObject({ outcome: 'refused' });
  expect(readTree).toHaveBeenCalledTimes(2);
  expect(await state()).toMatchObject({ etag: null });

  // What was withdrawn stays so, is said, and is not asked for again and again
  await knex('subject').update({ evidence_location: './kept/' });
  const [withdrawn] = await knex('evidence');
  await intake.withdraw({
    evidenceUid: withdrawn.uid,
    reason: 'not ours',
    principal: { type: 'user', ref: 'user:default/sam' },
  });
  const receipts = (await knex('receipt')).length;
  delete files['readme.txt'];
  await collector.run();
  expect(await state()).toMatchObject({
    outcome: 'refused',
    etag: 'one',
    message: expect.stringMatching(/^1\.2\.0\/app\.cdx\.json: .*withdrawn/),
  });
  // The other file is taken in as ever
  expect(await knex('receipt')).toHaveLength(receipts + 1);
  const { withdrawn_by: by } = await knex('evidence')
    .where({ uid: withdrawn.uid })
    .first();
  expect(by).toBe('user:default/sam');
  await collector.run();
  expect(await state()).toMatchObject({ outcome: 'unchanged' });
  files['readme.txt'] = Buffer.from('hello');

  // What failed for a passing reason is asked for again, etag or not
  await knex('subject').update({ evidence_location: './other/' });
  const submit = jest
    .spyOn(intake, 'submit')
    .mockRejectedValueOnce(
      new RefusedError({ code: 'busy', status: 429, reason: 'Busy.' }),
    );
  await collector.run();
  expect(await state()).toMatchObject({ outcome: 'failed', etag: null });
  submit.mockRestore();
  await collector.run();
  expect(await state()).toMatchObject({ outcome: 'refused', etag: 'one' });

  await workers.close();
});
