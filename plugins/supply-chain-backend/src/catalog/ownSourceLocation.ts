import {
  ANNOTATION_LOCATION,
  Entity,
  getEntitySourceLocation,
} from '@backstage/catalog-model';
import { asFolder } from '../collectors/resolveInside';

/**
 * The folder from which evidence of an entity may be collected, `url:…`. An entity's
 * author writes its source location, and could name any repository that the portal
 * can read; the catalog itself writes where the entity came from. So the source
 * location counts only inside the folder that the entity came from, and else that
 * folder does.
 */
export function ownSourceLocation(entity: Entity): string | undefined {
  const from = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  if (!from?.startsWith('url:')) return undefined;
  try {
    const own = new URL(from.slice('url:'.length));
    own.pathname = asFolder(asTree(own.pathname));
    const { type, target } = getEntitySourceLocation(entity);
    return type === 'url' && isInside(new URL(target), own)
      ? `url:${target}`
      : `url:${own}`;
  } catch {
    // No address at all: nothing is collected
    return undefined;
  }
}

function isInside(source: URL, own: URL): boolean {
  return (
    source.origin === own.origin &&
    source.username === own.username &&
    source.password === own.password &&
    !/%2e|%2f|%5c/i.test(source.pathname) &&
    asFolder(asTree(source.pathname)).startsWith(own.pathname)
  );
}

// Code hosts show a file below `blob` and its folder below `tree`.
function asTree(path: string): string {
  return path.replace('/blob/', '/tree/');
}
