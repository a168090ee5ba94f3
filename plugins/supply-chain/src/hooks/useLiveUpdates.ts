import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { useRef, useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import useTimeoutFn from 'react-use/esm/useTimeoutFn';
import { useChangeSignal } from './useChangeSignal';
import { usePortalUpdates } from './usePortalUpdates';

const POLL_MS = 10_000;
const IDLE_POLL_MS = 60_000;
const FIRST_EVIDENCE_POLL_MS = 2000;
const FIRST_EVIDENCE_PATIENCE_MS = 10 * 60_000;

/**
 * Calls `onChange` when the entity of the posture has changed. Signals carry an id
 * that only the posture tells; an entity of which nothing is known yet has none, so
 * any signal may be about it. What was sent before the page listened is not told again,
 * and a browser may need several seconds until it listens: a page that was opened before
 * there was any evidence asks, too, every two seconds for the ten minutes in which
 * somebody may be watching the first push, until a signal of its entity has come. While
 * there is no release it goes on every ten seconds. Without the signals plugin it asks
 * every ten seconds while a judgement is on its way. While docs are being published it
 * asks every two seconds, for as long. And it asks once a minute in any case, for a
 * signal that was lost while the connection was down.
 */
export function useLiveUpdates(options: {
  posture:
    | Pick<Posture, 'signalId' | 'judging' | 'release' | 'mirror'>
    | undefined;
  onChange: () => void;
}) {
  const { posture, onChange } = options;
  const signalId = posture?.signalId;
  const callback = useRef(onChange);
  callback.current = onChange;
  const [impatient, setImpatient] = useState(true);
  const [hasHeard, setHasHeard] = useState(false);
  const wasEmpty = useRef(false);
  wasEmpty.current ||= posture !== undefined && !posture.release;
  const isSignalsAvailable = useChangeSignal(signal => {
    if (!signalId || signal.signalId !== signalId) return;
    setHasHeard(true);
    callback.current();
  });
  usePortalUpdates(() => {
    if (posture && !signalId) callback.current();
  });
  useTimeoutFn(() => setImpatient(false), FIRST_EVIDENCE_PATIENCE_MS);
  useInterval(() => callback.current(), pollMs());

  function pollMs(): number | null {
    if (!posture) return null;
    if (wasEmpty.current && impatient && !hasHeard) {
      return FIRST_EVIDENCE_POLL_MS;
    }
    if (!posture.release) return POLL_MS;
    // Somebody may be waiting for the link, whose signal was sent before the page listened
    if (posture.mirror?.state === 'publishing' && impatient) {
      return FIRST_EVIDENCE_POLL_MS;
    }
    return posture.judging && !isSignalsAvailable ? POLL_MS : IDLE_POLL_MS;
  }
}
