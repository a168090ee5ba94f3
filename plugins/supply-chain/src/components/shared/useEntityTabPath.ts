import {
  appTreeApiRef,
  coreExtensionData,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** The extension whose path an app can configure. */
const EXTENSION = 'entity-content:supply-chain';

/**
 * The tab's path below its entity where no extension tells: apps of the legacy
 * frontend system mount it here, as the documentation says. A route ref cannot tell
 * either, for it resolves below the page of the same entity only.
 */
const DEFAULT_PATH = '/supply-chain';

/** The tab's path below its entity, without a slash at its ends. */
function useTabSegment(): string {
  const tree = useApiHolder().get(appTreeApiRef)?.getTree().tree;
  const configured = tree?.nodes
    .get(EXTENSION)
    ?.instance?.getData(coreExtensionData.routePath);
  return (configured ?? DEFAULT_PATH).replace(/^\/+|\/+$/g, '');
}

/** The entity tab's path, optionally at a release and a section. */
export function useEntityTabPath() {
  const entityLink = useEntityRefLink();
  const segment = useTabSegment();
  return (
    entityRef: string,
    at: { release?: string; section?: string } = {},
  ): string => {
    const query = new URLSearchParams();
    if (at.release) query.set('release', at.release);
    if (at.section) query.set('section', at.section);
    const search = query.toString();
    return `${entityLink(entityRef)}/${segment}${search ? `?${search}` : ''}`;
  };
}
