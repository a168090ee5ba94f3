import { HealthCause } from '@hotpass/backstage-plugin-supply-chain-common';
import { useQueryParams } from '../shared';

/** Where the arrivals stand on the page. */
export const ARRIVALS_ID = 'supply-chain-arrivals';

/** Filters the arrivals to those that a cause comes from, and goes there. */
export function useArrivalsLink() {
  const { set } = useQueryParams('arrivals.');
  return ({ arrivals }: HealthCause) => {
    const { outcome, code, entity } = arrivals;
    set({ outcome, code, entity, q: undefined });
    const target = document.getElementById(ARRIVALS_ID);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
}
