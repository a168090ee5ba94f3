import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Sections below the fold, in the order of their tabs. */
export const SECTIONS = [
  'findings',
  'components',
  'provenance',
  'rules',
  'evidence',
  'diff',
] as const;

/** A section below the fold. */
export type Section = (typeof SECTIONS)[number];

/** What the tab's address says. Everything that a link can name lives here. */
export interface TabParams {
  /** Opaque release id; default the newest release. */
  release?: string;
  /** Opaque release id to compare with. */
  compare?: string;
  section: Section;
}

/** Reads and writes the tab's address, and leaves other parameters alone. */
export function useTabParams() {
  const [searchParams, setSearchParams] = useSearchParams();
  return useMemo(() => {
    const section = searchParams.get('section');
    const params: TabParams = {
      release: searchParams.get('release') ?? undefined,
      compare: searchParams.get('compare') ?? undefined,
      section: SECTIONS.find(known => known === section) ?? 'findings',
    };
    const setParams = (change: Partial<TabParams>) =>
      setSearchParams(
        old => {
          const next = new URLSearchParams(old);
          for (const [key, value] of Object.entries(change)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    return { params, setParams };
  }, [searchParams, setSearchParams]);
}
