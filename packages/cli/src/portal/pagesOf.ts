import { addressOf, isLoopback } from './addressOf';
import { DevelopmentPortal } from './findDevelopmentPortal';

/**
 * Where the portal's pages are, without a slash at the end: as given, else a local
 * portal's own, else where its backend is, which serves them unless they are apart.
 */
export function pagesOf(options: {
  portal: URL;
  app: string | undefined;
  local: DevelopmentPortal | undefined;
}): string {
  const { portal, app, local } = options;
  if (app) return addressOf(app, '--app').href.replace(/\/+$/, '');
  const isLocal =
    local && isLoopback(portal) && addressOf(local.portal).port === portal.port;
  return (isLocal ? local.app : portal.href).replace(/\/+$/, '');
}
