import { PassThrough, Transform } from 'node:stream';
import { letIn } from './letIn';

const tick = () => new Promise(done => setImmediate(done));

/** A door behind which everything is taken, or nothing. */
function doorOf(options: { taking: boolean }) {
  const door = new PassThrough({ highWaterMark: 1 });
  const failed = jest.fn();
  door.on('error', failed);
  if (options.taking) door.resume();
  return { door: door as Transform, failed };
}

describe('letIn', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('turns away who sends nothing for too long, and nobody sooner', async () => {
    const body = new PassThrough();
    const { door, failed } = doorOf({ taking: true });
    letIn(body, door, 1000);
    for (let sent = 0; sent < 5; sent += 1) {
      jest.advanceTimersByTime(900);
      body.write('a');
      await tick();
    }
    expect(failed).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1000);
    await tick();
    expect(failed).toHaveBeenCalledWith(
      expect.objectContaining({
        why: expect.objectContaining({ code: 'body-stalled', status: 408 }),
      }),
    );
    // The sender is still to be answered
    expect(body.destroyed).toBe(false);
  });

  it('does not blame the sender for our own disk', async () => {
    const body = new PassThrough();
    const { door, failed } = doorOf({ taking: false });
    letIn(body, door, 1000);
    body.write('more than the door holds');
    await tick();
    jest.advanceTimersByTime(5000);
    await tick();
    expect(failed).not.toHaveBeenCalled();
    door.resume();
    body.end();
    await tick();
    jest.advanceTimersByTime(5000);
    await tick();
    expect(failed).not.toHaveBeenCalled();
    expect(door.writableFinished).toBe(true);
  });

  it('notices a sender who is gone, even before it looked', async () => {
    const gone = new PassThrough();
    gone.destroy();
    const before = doorOf({ taking: true });
    letIn(gone, before.door, 1000);
    const body = new PassThrough();
    const during = doorOf({ taking: true });
    letIn(body, during.door, 1000);
    body.destroy(new Error('aborted'));
    await tick();
    for (const { failed } of [before, during]) {
      expect(failed).toHaveBeenCalledWith(
        expect.objectContaining({ message: 'aborted' }),
      );
    }
  });
});
