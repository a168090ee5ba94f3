import { useEffect, useRef } from 'react';
import { useChangeSignal } from './useChangeSignal';

const GATHER_MS = 2000;

/**
 * Calls `onChange` after the posture of any entity has changed. Changes that
 * come close together are one, so that a night of builds is not a storm of
 * requests; and a steady stream of them does not put it off for ever.
 */
export function usePortalUpdates(onChange: () => void) {
  const callback = useRef(onChange);
  callback.current = onChange;
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useChangeSignal(() => {
    if (timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      callback.current();
    }, GATHER_MS);
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
