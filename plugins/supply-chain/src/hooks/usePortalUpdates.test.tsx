import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { signalHub } from '../__fixtures__/signalHub';
import { usePortalUpdates } from './usePortalUpdates';

const GATHERED_MS = 2000;

function listen() {
  const hub = signalHub();
  const onChange = jest.fn();
  const { unmount, rerender } = renderHook(() => usePortalUpdates(onChange), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[signalApiRef, hub.api]]}>
        {children}
      </TestApiProvider>
    ),
  });
  return {
    onChange,
    unmount,
    rerender,
    send: (id: string) => act(async () => hub.send(id)),
  };
}

describe('usePortalUpdates', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const pass = (ms: number) => act(async () => jest.advanceTimersByTime(ms));

  it('makes one update of changes that come together', async () => {
    const { onChange, send } = listen();
    await pass(GATHERED_MS);
    expect(onChange).not.toHaveBeenCalled();
    for (const id of ['a', 'b', 'c']) await send(id);
    expect(onChange).not.toHaveBeenCalled();
    await pass(GATHERED_MS);
    expect(onChange).toHaveBeenCalledTimes(1);
    await send('d');
    await pass(GATHERED_MS);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('is not put off by a steady stream of changes', async () => {
    const { onChange, send } = listen();
    for (let second = 0; second < 12; second += 1) {
      await send(`entity-${second}`);
      await pass(GATHERED_MS / 2);
    }
    expect(onChange).toHaveBeenCalledTimes(6);
  });

  it('keeps a change that waits when the page renders, and drops it when left', async () => {
    const { onChange, send, rerender, unmount } = listen();
    await send('a');
    rerender();
    await pass(GATHERED_MS);
    expect(onChange).toHaveBeenCalledTimes(1);
    await send('b');
    unmount();
    await pass(GATHERED_MS);
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});
