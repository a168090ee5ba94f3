import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { Submission } from './types';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const ci = { type: 'service' as const, ref: 'external:ci' };
const person = { type: 'user' as const, ref: 'user:default/jo' };
const root = { name: 'app', version: '1.0.0' };
const good = cycloneDx(root, ['good@1.0.0']);
const wrong = cycloneDx(root, ['wrong@1.0.0']);
const reason = 'sent to the wrong entity';

function sending(bytes: Buffer, more: Partial<Submission> = {}): Submission {
  return {
    body: Readable.from([bytes]),
    entityRef: 'component:default/app',
    version: '1.0.0',
    principal: ci,
    via: 'http',
    ...more,
  };
}

describe.each(databases.eachSupportedId())('withdrawals on %p', id => {
  const setUp = async () => {
    const knex = await databases.init(id);
    const side = await writeSideOf({ knex, workers: standInWorkers() });
    const inUse = async () =>
      knex('current_component as c')
        .join('component as k', 'k.id', 'c.component_id')
        .orderBy('k.name')
        .pluck('k.name');
    return { ...side, knex, inUse };
  };

  it('bring back what was there before, and are no accident to take back', async () => {
    const { intake, knex, inUse, auditor } = await setUp();
    const idempotencyKey = 'build-42-sbom';
    await intake.submit(sending(good));
    const mistake = await intake.submit(sending(wrong, { idempotencyKey }));
    expect(await inUse()).toEqual(['wrong']);
    const withdrawal = {
      evidenceUid: mistake.evidenceUid!,
      reason,
      principal: { type: 'user' as const, ref: 'user:default/sam' },
    };
    await intake.withdraw(withdrawal);
    expect(await inUse()).toEqual(['good']);
    await expect(intake.withdraw(withdrawal)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    const withdrawn = await knex('evidence')
      .where({ uid: mistake.evidenceUid })
      .first();
    const counts = async () =>
      Promise.all(
        ['receipt', 'event'].map(async table => (await knex(table)).length),
      );
    const before = await counts();

    for (const refused of [
      sending(wrong),
      // What a pipeline does that runs again
      sending(wrong, { idempotencyKey }),
      sending(wrong, { via: 'collector' }),
      sending(wrong, { permitted: { madeAt: true, reinstate: true } }),
      sending(wrong, {
        principal: person,
        via: 'page',
        permitted: { madeAt: false, reinstate: false },
      }),
    ]) {
      const error = await intake.submit(refused).catch(e => e);
      expect(error).toMatchObject({
        statusCode: 409,
        code: 'evidence-withdrawn',
        remedy: expect.stringContaining('corrected bytes'),
      });
      const when = new Date(Number(withdrawn.withdrawn_at)).toISOString();
      expect(error.message).toContain(when);
      expect(error.message).not.toMatch(/sam|wrong entity/);
    }
    expect(await inUse()).toEqual(['good']);
    expect(await counts()).toEqual(before);
    expect(
      await knex('evidence').where({ uid: mistake.evidenceUid }).first(),
    ).toEqual(withdrawn);

    const back = await intake.submit(
      sending(wrong, {
        principal: person,
        via: 'page',
        permitted: { madeAt: false, reinstate: true },
      }),
    );
    expect(back).toMatchObject({
      status: 'known',
      evidenceUid: mistake.evidenceUid,
      reinstated: true,
      judged: true,
    });
    expect(await inUse()).toEqual(['wrong']);
    await intake.withdraw({ ...withdrawal, reason: 'it was right before' });
    expect(await inUse()).toEqual(['good']);

    // Nothing of it is forgotten
    const history = await knex('withdrawal').orderBy('id');
    expect(history).toMatchObject([
      {
        withdrawn_at: withdrawn.withdrawn_at,
        withdrawn_by: 'user:default/sam',
        reason,
        reinstated_by: 'user:default/jo',
        reinstated_receipt: back.uid,
      },
      {
        withdrawn_by: 'user:default/sam',
        reason: 'it was right before',
        reinstated_at: null,
        reinstated_by: null,
      },
    ]);
    expect(Number(history[0].reinstated_at)).toBeGreaterThanOrEqual(
      Number(history[0].withdrawn_at),
    );
    const types = await knex('event')
      .whereNot('type', 'release-judged')
      .whereNotNull('subject_id')
      .orderBy('id')
      .pluck('type');
    expect(types).toEqual([
      'entity-registered',
      'evidence-accepted',
      'evidence-accepted',
      'evidence-withdrawn',
      'evidence-reinstated',
      'evidence-withdrawn',
    ]);
    const last = auditor.createEvent.mock.calls.length - 2;
    expect(auditor.createEvent.mock.calls[last][0]).toMatchObject({
      eventId: 'evidence-submit',
      meta: { principal: 'user:default/jo', via: 'page' },
    });
    const event = await auditor.createEvent.mock.results[last].value;
    expect(event.success).toHaveBeenCalledWith({
      meta: expect.objectContaining({ receipt: back.uid, reinstated: true }),
    });
  });

  it('do not bar the same bytes from the stream they belong to', async () => {
    const { intake, knex, inUse } = await setUp();
    const astray = await intake.submit(sending(good, { stream: 'astray' }));
    await intake.withdraw({
      evidenceUid: astray.evidenceUid!,
      reason,
      principal: ci,
    });
    expect(await inUse()).toEqual([]);
    expect(await intake.submit(sending(good))).toMatchObject({
      status: 'accepted',
    });
    expect(await inUse()).toEqual(['good']);
    expect(await knex('evidence').orderBy('id').pluck('stream')).toEqual([
      'astray',
      'app',
    ]);
  });
});
