import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { HOLDS_QUERY } from '@hotpass/backstage-plugin-supply-chain-common';
import { rootRouteRef } from '../../routes';

/** Apps of the legacy frontend system mount the page here, as the documentation says. */
const LEGACY_PATH = `/supply-chain?view=retention&${HOLDS_QUERY}`;

/** The list of legal holds; nothing in an app without the portal page. */
export function useHoldsPath(): string | undefined {
  const routes = useApiHolder().get(routeResolutionApiRef);
  if (!routes) return LEGACY_PATH;
  const root = routes.resolve(rootRouteRef)?.();
  return root && `${root.replace(/\/$/, '')}/retention?${HOLDS_QUERY}`;
}
