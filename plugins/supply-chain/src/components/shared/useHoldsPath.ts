import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../../routes';

const PART = 'retention.part=holds';

/** Apps of the legacy frontend system mount the page here, as the documentation says. */
const LEGACY_PATH = `/supply-chain?view=retention&${PART}`;

/** The list of legal holds; nothing in an app without the portal page. */
export function useHoldsPath(): string | undefined {
  const routes = useApiHolder().get(routeResolutionApiRef);
  if (!routes) return LEGACY_PATH;
  const root = routes.resolve(rootRouteRef)?.();
  return root && `${root.replace(/\/$/, '')}/retention?${PART}`;
}
