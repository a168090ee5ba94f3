import { HealthCause } from '@hotpass/backstage-plugin-supply-chain-common';
import { useQueryParams } from '../shared';

/** Where the arrivals stand on the page. */
export const ARRIVALS_ID = 'supply-chain-arrivals';

/**
 * Filters the arrivals by a cause and goes there. Only refusals carry the code
 * of a cause; for evidence that stopped coming, the entity tells more.
 */
export function useArrivalsLink() {
  const { set } = useQueryParams('arrivals.');
  return (cause: HealthCause) => {
    const [first] = cause.entities;
    const missing = /^(missing|stopped|gate|evidence)/.test(cause.code);
    set({
      code: missing ? undefined : cause.code,
      entity: missing ? first?.entityRef : undefined,
      outcome: undefined,
      q: undefined,
    });
    const target = document.getElementById(ARRIVALS_ID);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
}
