import { useSignal } from '@backstage/plugin-signals-react';
import {
  SUPPLY_CHAIN_SIGNAL_CHANNEL,
  SupplyChainSignal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useEffect, useRef } from 'react';
import useInterval from 'react-use/esm/useInterval';

const POLL_MS = 10_000;

/**
 * Calls `onChange` when the posture of the entity has changed. Without the
 * signals plugin it asks every ten seconds, but only while a judgement is on
 * its way.
 */
export function useLiveUpdates(options: {
  entityRef: string;
  judging: boolean;
  onChange: () => void;
}) {
  const { entityRef, judging, onChange } = options;
  const callback = useRef(onChange);
  callback.current = onChange;
  const { lastSignal, isSignalsAvailable } = useSignal<SupplyChainSignal>(
    SUPPLY_CHAIN_SIGNAL_CHANNEL,
  );
  useEffect(() => {
    if (lastSignal?.entityRef === entityRef) callback.current();
  }, [lastSignal, entityRef]);
  useInterval(
    () => callback.current(),
    judging && !isSignalsAvailable ? POLL_MS : null,
  );
}
