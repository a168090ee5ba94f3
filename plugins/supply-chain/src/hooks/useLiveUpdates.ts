import { useSignal } from '@backstage/plugin-signals-react';
import {
  Posture,
  SUPPLY_CHAIN_SIGNAL_CHANNEL,
  SupplyChainSignal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useEffect, useRef } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { usePortalUpdates } from './usePortalUpdates';

const POLL_MS = 10_000;

/**
 * Calls `onChange` when the entity of the posture has changed. Signals carry an id
 * that only the posture tells; an entity of which nothing is known yet has none, so
 * any signal may be about it. It asks every ten seconds, too, while nothing is known
 * yet, since what was sent before the page listened is not told again, and without the
 * signals plugin while a judgement is on its way.
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
  const waits =
    posture && (!signalId || (posture.judging && !isSignalsAvailable));
  useInterval(() => callback.current(), waits ? POLL_MS : null);
}
