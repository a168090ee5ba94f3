import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** The entity tab's path, optionally at a release and a section. */
export function useEntityTabPath() {
  const entityLink = useEntityRefLink();
  return (
    entityRef: string,
    at: { release?: string; section?: string } = {},
  ): string => {
    const query = new URLSearchParams();
    if (at.release) query.set('release', at.release);
    if (at.section) query.set('section', at.section);
    const search = query.toString();
    return `${entityLink(entityRef)}/supply-chain${search ? `?${search}` : ''}`;
  };
}
