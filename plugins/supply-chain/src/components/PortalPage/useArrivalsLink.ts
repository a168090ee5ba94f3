import { HealthCause } from '@hotpass/backstage-plugin-supply-chain-common';
import { useQueryParams } from '../shared';

/** Where the arrivals stand on the page. */
export const ARRIVALS_ID = 'supply-chain-arrivals';

/** Causes that no refusal made: evidence that did not come, and judging. */
const WITHOUT_REFUSAL =
  /-(stopped|never-sent)$|^could-not-judge-|^gate-no-evidence$|^promoted-/;

/**
 * Filters the arrivals by a cause and goes there. Only refusals carry the code
 * of a cause; for the others the arrivals of its first entity tell more.
 */
export function useArrivalsLink() {
  const { set } = useQueryParams('arrivals.');
  return (cause: HealthCause) => {
    const [first] = cause.entities;
    const noRefusal = WITHOUT_REFUSAL.test(cause.code);
    set({
      code: noRefusal ? undefined : cause.code,
      entity: noRefusal ? first?.entityRef : undefined,
      outcome: undefined,
      q: undefined,
    });
    const target = document.getElementById(ARRIVALS_ID);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
}
