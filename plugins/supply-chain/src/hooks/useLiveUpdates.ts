import { useSignal } from '@backstage/plugin-signals-react';
import {
  Posture,
  SUPPLY_CHAIN_SIGNAL_CHANNEL,
  SupplyChainSignal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useEffect, useRef, useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import useTimeoutFn from 'react-use/esm/useTimeoutFn';
import { usePortalUpdates } from './usePortalUpdates';

const POLL_MS = 10_000;
const FIRST_EVIDENCE_POLL_MS = 2000;
const FIRST_EVIDENCE_PATIENCE_MS = 10 * 60_000;

/**
 * Calls `onChange` when the entity of the posture has changed. Signals carry an id
 * that only the posture tells; an entity of which nothing is known yet has none, so
 * any signal may be about it. What was sent before the page listened is not told again:
 * while nothing is known the page asks, too, every two seconds for the ten minutes in
 * which somebody may be watching the first push, then every ten. Without the signals
 * plugin it asks every ten seconds while a judgement is on its way.
 */
export function useLiveUpdates(options: {
  posture: Pick<Posture, 'signalId' | 'judging'> | undefined;
  onChange: () => void;
}) {
  const { posture, onChange } = options;
  const signalId = posture?.signalId;
  const callback = useRef(onChange);
  callback.current = onChange;
  const { lastSignal, isSignalsAvailable } = useSignal<SupplyChainSignal>(
    SUPPLY_CHAIN_SIGNAL_CHANNEL,
  );
  useEffect(() => {
    if (signalId && lastSignal?.signalId === signalId) callback.current();
  }, [lastSignal, signalId]);
  usePortalUpdates(() => {
    if (posture && !signalId) callback.current();
  });
  const [impatient, setImpatient] = useState(true);
  useTimeoutFn(() => setImpatient(false), FIRST_EVIDENCE_PATIENCE_MS);
  useInterval(() => callback.current(), pollMs());

  function pollMs(): number | null {
    if (!posture) return null;
    if (!signalId) return impatient ? FIRST_EVIDENCE_POLL_MS : POLL_MS;
    return posture.judging && !isSignalsAvailable ? POLL_MS : null;
  }
}
