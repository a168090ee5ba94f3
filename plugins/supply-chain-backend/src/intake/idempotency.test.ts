import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { Submission } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

function sending(body: Buffer, more: Partial<Submission>): Submission {
  return {
    body: Readable.from([body]),
    entityRef: 'component:default/app',
    version: '1.0.0',
    principal: { type: 'service', ref: 'external:ci' },
    via: 'http',
    ...more,
  };
}

describe.each(databases.eachSupportedId())('idempotency keys on %p', id => {
  const setUp = async () => {
    const knex = await databases.init(id);
    const side = await writeSideOf({ knex, workers: standInWorkers() });
    return { ...side, knex };
  };

  it('answers a repeated idempotency key with the same receipt, for the same bytes alone', async () => {
    const { intake, knex } = await setUp();
    const bytes = cycloneDx({ name: 'app', version: '1' }, ['a@1.0.0']);
    const key = { idempotencyKey: 'build-42-sbom' };
    const first = await intake.submit(sending(bytes, key));
    const packed = gzipSync(bytes);
    const again = await intake.submit(
      sending(packed, { ...key, contentEncoding: 'gzip' }),
    );
    expect(again).toMatchObject({ uid: first.uid, judged: true });
    // As long as the first ones, so that only their hash tells
    const others = Buffer.from(bytes.toString().replace('a@1', 'b@1'));
    expect(others).toHaveLength(bytes.length);
    for (const reused of [
      sending(bytes, { ...key, version: '2.0.0' }),
      sending(others, key),
      sending(Buffer.from('other'), key),
    ]) {
      await expect(intake.submit(reused)).rejects.toMatchObject({
        statusCode: 409,
        code: 'idempotency-key-reused',
      });
    }
    expect(await knex('receipt')).toHaveLength(1);
    expect(await knex('evidence')).toHaveLength(1);
  });

  it('gives one idempotency key to one placement, even at the same time', async () => {
    const { intake, knex } = await setUp();
    const bytes = cycloneDx({ name: 'app', version: '1' }, ['a@1.0.0']);
    const results = await Promise.allSettled(
      ['1.0.0', '2.0.0'].map(version =>
        intake.submit(sending(bytes, { version, idempotencyKey: 'build-7' })),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { statusCode: 409, code: 'idempotency-key-reused' },
    });
    expect(await knex('release')).toHaveLength(1);
  });
});
