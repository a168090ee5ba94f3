import { useSignal } from '@backstage/plugin-signals-react';
import {
  SUPPLY_CHAIN_SIGNAL_CHANNEL,
  SupplyChainSignal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useEffect, useRef } from 'react';

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
  const { lastSignal } = useSignal<SupplyChainSignal>(
    SUPPLY_CHAIN_SIGNAL_CHANNEL,
  );
  useEffect(() => {
    if (!lastSignal || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      callback.current();
    }, GATHER_MS);
  }, [lastSignal]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
