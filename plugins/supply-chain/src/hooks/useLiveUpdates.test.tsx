import { TestApiProvider } from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { signalHub } from '../__fixtures__/signalHub';
import { useLiveUpdates } from './useLiveUpdates';

type Watched = Parameters<typeof useLiveUpdates>[0]['posture'];

function watch(posture: Watched, api?: SignalApi) {
  const onChange = jest.fn();
  const { rerender, unmount } = renderHook(
    props => useLiveUpdates({ ...props, onChange }),
    {
      initialProps: { posture },
      wrapper: ({ children }: { children: ReactNode }) =>
        api ? (
          <TestApiProvider apis={[[signalApiRef, api]]}>
            {children}
          </TestApiProvider>
        ) : (
          <TestApiProvider apis={[]}>{children}</TestApiProvider>
        ),
    },
  );
  return {
    onChange,
    unmount,
    now: (next: Watched) => rerender({ posture: next }),
  };
}

describe('useLiveUpdates', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const pass = (seconds: number) =>
    act(async () => jest.advanceTimersByTime(seconds * 1000));
  const release = { id: 'r1' } as NonNullable<Watched>['release'];
  const judged = { signalId: 'mine', judging: false, release };
  /** Nothing was sent yet, whether or not the portal knows the entity. */
  const EMPTY = [{ judging: false }, { signalId: 'mine', judging: false }];

  it('follows the signals of its own entity alone, and asks once a minute', async () => {
    const hub = signalHub();
    const { onChange } = watch(judged, hub.api);
    await act(async () => hub.send('another'));
    await pass(59);
    expect(onChange).not.toHaveBeenCalled();
    await act(async () => hub.send('mine'));
    expect(onChange).toHaveBeenCalledTimes(1);
    await pass(600);
    expect(onChange).toHaveBeenCalledTimes(11);
  });

  it('subscribes once, however often its page is left and entered', async () => {
    const hub = signalHub();
    const subscribe = jest.spyOn(hub.api, 'subscribe');
    const left = watch(judged, hub.api);
    left.unmount();
    const { onChange } = watch(judged, hub.api);
    await act(async () => hub.send('mine'));
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(left.onChange).not.toHaveBeenCalled();
    expect(subscribe).toHaveBeenCalledTimes(1);
  });

  it.each(EMPTY)(
    'asks every two seconds for first evidence, after ten minutes every ten: %j',
    async empty => {
      const { onChange, now } = watch(empty, signalHub().api);
      await pass(3);
      expect(onChange).toHaveBeenCalledTimes(1);
      await pass(597);
      expect(onChange).toHaveBeenCalledTimes(300);
      await pass(60);
      expect(onChange).toHaveBeenCalledTimes(306);
      now(judged);
      await pass(59);
      expect(onChange).toHaveBeenCalledTimes(306);
    },
  );

  it.each(EMPTY)(
    'goes on asking after the first evidence until a signal is heard: %j',
    async empty => {
      const hub = signalHub();
      const { onChange, now } = watch(empty, hub.api);
      await pass(3);
      now(judged);
      await pass(10);
      expect(onChange).toHaveBeenCalledTimes(6);
      await act(async () => hub.send('mine'));
      expect(onChange).toHaveBeenCalledTimes(7);
      await pass(59);
      expect(onChange).toHaveBeenCalledTimes(7);
    },
  );

  it('asks while a judgement is on its way where there are no signals', async () => {
    const { onChange, now } = watch({ ...judged, judging: true });
    await pass(25);
    expect(onChange).toHaveBeenCalledTimes(2);
    now(judged);
    await pass(59);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('asks nothing before anything was answered', async () => {
    const { onChange } = watch(undefined, signalHub().api);
    await pass(60);
    expect(onChange).not.toHaveBeenCalled();
  });
});
