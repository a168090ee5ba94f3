import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { NotModifiedError } from '@backstage/errors';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { writeSideOf } from '../__testUtils__/writeSide';
import { RefusedError } from '../intake/RefusedError';
import { EvidenceCollector } from './EvidenceCollector';
import { resolveInside } from './resolveInside';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
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
  const { intake, sync, database, workers, store, audit, auditor, config } =
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
    config,
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

describe.each(databases.eachSupportedId())('collecting on %p', id => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const workers of open.splice(0)) await workers.close();
  });

  const setUp = async (reader: object, maxBytes = 1000, names = ['app']) => {
    const knex = await databases.init(id);
    const side = await writeSideOf({
      knex,
      entities: names,
      config: { limits: { maxBytes } },
    });
    open.push(side.workers);
    await side.sync.run();
    await knex('subject').update({
      source_location: source,
      evidence_location: './evidence/',
    });
    const collector = new EvidenceCollector({
      ...side,
      temporary: side.store.temporary,
      reader: reader as never,
      logger: { warn() {} } as never,
    });
    return { ...side, knex, collector };
  };
  const sbom = cycloneDx({ name: 'app', version: '3.0.0' }, ['a@1.0.0']);

  it('begins with who waited longest, so that a turn that ends early is fair', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const stop = { after: 0, controller: new AbortController() };
    const readTree = jest.fn(async (_url: string) => {
      if (--stop.after === 0) stop.controller.abort();
      throw new Error('not now');
    });
    const { knex, collector } = await setUp({ readTree }, 1000, names);
    for (const name of names) {
      await knex('subject')
        .where({ name })
        .update({ evidence_location: `./${name}/` });
    }
    const turn = async (after: number) => {
      readTree.mockClear();
      Object.assign(stop, { after, controller: new AbortController() });
      await collector.run(stop.controller.signal);
      return readTree.mock.calls.map(([url]) => url.slice(-2, -1));
    };
    expect(await turn(1)).toEqual(['a']);
    expect(await turn(2)).toEqual(['b', 'c']);
    // Who was never asked comes before who was
    expect((await turn(9))[0]).toBe('d');
    await knex('collector_state').update({
      last_run_at: knex.raw('10 - subject_id'),
    });
    expect(await turn(9)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('loads nothing of a tree that is larger than may be', async () => {
    const sizes: Record<string, number> = {
      '1.0.0/huge.json': 1001,
      '1.0.0/one.json': 900,
      '2.0.0/two.json': 900,
      '3.0.0/three.json': 300,
    };
    const loaded: string[] = [];
    const readTree = async (
      _url: string,
      { filter }: { filter: (path: string, info: object) => boolean },
    ) => ({
      etag: 'one',
      files: async () =>
        Object.entries(sizes)
          .filter(([path, size]) => filter(path, { size }))
          .map(([path]) => ({
            path,
            content: async () => {
              loaded.push(path);
              return sbom;
            },
          })),
    });
    const { knex, collector } = await setUp({ readTree });
    await collector.run();
    expect(loaded).toEqual(['1.0.0/one.json', '2.0.0/two.json']);
    expect(await knex('refusal').orderBy('version')).toMatchObject([
      { code: 'too-large', version: '1.0.0', file_name: 'huge.json' },
      { code: 'location-too-large', version: '3.0.0' },
    ]);
    expect(await knex('receipt')).toHaveLength(2);
    expect(await knex('collector_state').first()).toMatchObject({
      outcome: 'refused',
      etag: 'one',
    });
  });

  it('takes a location that is one file, by the version that it names', async () => {
    const answers: { etag: string; body: Buffer; streamed?: boolean }[] = [];
    const buffer = jest.fn();
    let sent = 0;
    const readUrl = jest.fn(async (_url: string, options: object) => {
      const { etag, body, streamed = true } = answers.shift()!;
      if ((options as { etag?: string }).etag === etag) {
        throw new NotModifiedError();
      }
      const stream = () =>
        Readable.from(
          (function* chunks() {
            for (let at = 0; at < body.length; at += 100) {
              sent = Math.min(at + 100, body.length);
              yield body.subarray(at, sent);
            }
          })(),
        );
      return streamed
        ? { etag, buffer, stream }
        : { etag, buffer: async () => body };
    });
    const { knex, collector, directory } = await setUp({ readUrl });
    await knex('subject').update({ evidence_location: './my%20bom.cdx.json' });
    const collect = async (answer: (typeof answers)[number]) => {
      answers.push(answer);
      await collector.run();
      expect(await readdir(`${directory}/tmp`)).toEqual([]);
      return knex('collector_state').first();
    };
    expect(await collect({ etag: 'a', body: sbom })).toMatchObject({
      outcome: 'collected',
      etag: 'a',
      location: 'https://git.example/org/app/tree/main/my%20bom.cdx.json',
    });
    expect(buffer).not.toHaveBeenCalled();
    expect(await knex('receipt').first()).toMatchObject({
      via: 'collector',
      file_name: 'my bom.cdx.json',
    });
    expect(await knex('release').pluck('version')).toEqual(['3.0.0']);
    expect(await collect({ etag: 'a', body: sbom })).toMatchObject({
      outcome: 'unchanged',
    });
    // A reader that gives no stream
    const next = cycloneDx({ name: 'app', version: '4.0.0' }, ['a@1.0.0']);
    await collect({ etag: 'b', body: next, streamed: false });
    expect(await knex('release').orderBy('id').pluck('version')).toEqual([
      '3.0.0',
      '4.0.0',
    ]);
    // Neither what names no version nor what does not end is taken
    const nameless = Buffer.from('{"bomFormat":"CycloneDX"');
    expect(await collect({ etag: 'c', body: nameless })).toMatchObject({
      outcome: 'refused',
    });
    const long = Buffer.alloc(1_000_000, ' ');
    expect(await collect({ etag: 'd', body: long })).toMatchObject({
      outcome: 'refused',
      etag: 'd',
    });
    expect(sent).toBeLessThan(500_000);
    expect(await knex('refusal').orderBy('id').pluck('code')).toEqual([
      'version-unknown',
      'too-large',
    ]);
    expect(await knex('receipt')).toHaveLength(2);
  });
});
