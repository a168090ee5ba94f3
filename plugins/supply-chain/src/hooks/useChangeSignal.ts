import { useApiHolder } from '@backstage/frontend-plugin-api';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import {
  SUPPLY_CHAIN_SIGNAL_CHANNEL,
  SupplyChainSignal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useEffect, useRef } from 'react';

type Listener = (signal: SupplyChainSignal) => void;

const listeners = new WeakMap<SignalApi, Set<Listener>>();

/**
 * Who listens on the one subscription of the page, which is never given back: the
 * client of the signals plugin may send an unsubscription that waits for its socket
 * behind the subscription that came after it, and then nothing is heard any more.
 */
function listenersOf(api: SignalApi): Set<Listener> {
  const known = listeners.get(api);
  if (known) return known;
  const all = new Set<Listener>();
  listeners.set(api, all);
  api.subscribe<SupplyChainSignal>(SUPPLY_CHAIN_SIGNAL_CHANNEL, signal => {
    for (const listener of [...all]) listener(signal);
  });
  return all;
}

/**
 * Calls `onSignal` for every change that the portal announces; says whether it has the
 * signals plugin at all.
 */
export function useChangeSignal(onSignal: Listener): boolean {
  const api = useApiHolder().get(signalApiRef);
  const callback = useRef(onSignal);
  callback.current = onSignal;
  useEffect(() => {
    if (!api) return undefined;
    const all = listenersOf(api);
    const listener: Listener = signal => callback.current(signal);
    all.add(listener);
    return () => {
      all.delete(listener);
    };
  }, [api]);
  return api !== undefined;
}
