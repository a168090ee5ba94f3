import { mockServices } from '@backstage/backend-test-utils';
import { MirrorClaim } from '@hotpass/backstage-plugin-supply-chain-common';
import { MirrorTask, MirrorWork } from './MirrorTask';

const claimOf = (entityRef: string): MirrorClaim => ({
  id: `claim of ${entityRef}`,
  entityRef,
  companionRef: 'resource:default/evidence-x',
  endsAt: '2026-11-27T12:00:00Z',
  interrupted: false,
});

function setUp(due: string[], publish: (claim: MirrorClaim) => Promise<any>) {
  const client: jest.Mocked<MirrorWork> = {
    listDue: jest.fn(async _target => due),
    claim: jest.fn(async (_target, ref) =>
      ref.endsWith('taken') ? undefined : claimOf(ref),
    ),
    renew: jest.fn(async _claim => {}),
    settle: jest.fn(async (_claim, _result) => {}),
  };
  const logger = mockServices.logger.mock();
  const task = new MirrorTask({
    client,
    target: async () => 'here',
    publisher: { publish },
    logger,
  });
  return { client, logger, task };
}

it('publishes what it can claim and says how each one ended', async () => {
  const refs = ['a', 'b', 'taken', 'bad', 'c', 'd', 'e'];
  const { client, logger, task } = setUp(refs, async ({ entityRef }) => {
    if (entityRef === 'bad') throw new Error('the store is away');
    return { outcome: 'unchanged' };
  });
  await task.run();
  const outcomes = client.settle.mock.calls.map(([id, { outcome }]) => [
    id.split(' ').pop(),
    outcome,
  ]);
  expect(outcomes.sort()).toEqual([
    ['a', 'unchanged'],
    ['b', 'unchanged'],
    ['bad', 'failed'],
    ['c', 'unchanged'],
    ['d', 'unchanged'],
    ['e', 'unchanged'],
  ]);
  expect(logger.error).toHaveBeenCalledTimes(1);
});

it('begins nothing more once its turn is over', async () => {
  const controller = new AbortController();
  const { client, task } = setUp(
    Array.from({ length: 20 }, (_, n) => `e${n}`),
    async () => {
      controller.abort();
      return { outcome: 'unchanged' };
    },
  );
  await task.run(controller.signal);
  expect(client.claim.mock.calls.length).toBeLessThanOrEqual(4);
  expect(client.settle).toHaveBeenCalledTimes(client.claim.mock.calls.length);
});

it('asks again what is due after a part of it, and takes what is new first', async () => {
  const old = Array.from({ length: 450 }, (_, n) => `e${n}`);
  const { client, task } = setUp([], async () => ({ outcome: 'unchanged' }));
  const claimed = () => client.claim.mock.calls.map(([, ref]) => ref);
  client.listDue.mockImplementation(async () => {
    const done = new Set(claimed());
    const news = done.size > 0 ? ['new'] : [];
    return [...news, ...old].filter(ref => !done.has(ref));
  });
  await task.run();
  expect(claimed().indexOf('new')).toBe(200);
  expect(claimed().sort()).toEqual([...old, 'new'].sort());
  expect(client.settle).toHaveBeenCalledTimes(451);
});

it('leaves what others hold to them', async () => {
  const due = Array.from({ length: 250 }, (_, n) => `${n}-taken`);
  const { client, task } = setUp(due, async () => ({ outcome: 'unchanged' }));
  await task.run();
  expect(client.listDue).toHaveBeenCalledTimes(1);
});
