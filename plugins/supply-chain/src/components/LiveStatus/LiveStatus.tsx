import { isSupported } from './isSupported';
import { StatusOf } from './StatusOf';
import { useSource } from './useSource';

/**
 * What is true now of the evidence that a docs page shows, or of the entity that it
 * documents. A published page is as old as its last publishing; this is not.
 */
export function LiveStatus() {
  const source = useSource();
  if (!source || !isSupported(source.entityRef)) return null;
  return <StatusOf key={source.entityRef} source={source} />;
}
