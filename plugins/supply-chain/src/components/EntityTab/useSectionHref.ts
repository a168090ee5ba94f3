import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';
import { Section } from '../../hooks/useTabParams';

/** Addresses of the sections, everything else in the address kept. */
export function useSectionHref() {
  const { pathname, search } = useLocation();
  return useCallback(
    (section: Section) => {
      const params = new URLSearchParams(search);
      params.set('section', section);
      return `${pathname}?${params}`;
    },
    [pathname, search],
  );
}
