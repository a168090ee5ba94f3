import { SignalApi } from '@backstage/plugin-signals-react';
import {
  SUPPLY_CHAIN_SIGNAL_CHANNEL,
  SupplyChainSignal,
} from '@hotpass/backstage-plugin-supply-chain-common';

type Listener = (message: SupplyChainSignal) => void;

/** A signals plugin in memory, and a handle that announces a change on it. */
export function signalHub() {
  const listeners = new Set<Listener>();
  const api: SignalApi = {
    subscribe: (channel, onMessage) => {
      const listener = onMessage as unknown as Listener;
      if (channel === SUPPLY_CHAIN_SIGNAL_CHANNEL) listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  const send = (signalId: string) => {
    for (const listener of listeners) {
      listener({ type: 'posture-changed', signalId });
    }
  };
  return { api, send };
}
