import { ReactElement } from 'react';
import { Query } from '../../hooks/useQuery';
import { QueryView } from '../shared';
import { SectionSkeleton } from './SectionSkeleton';

/** What a section asked for, with a section's skeleton until it is there. */
export function SectionQuery<T>(props: {
  query: Query<T>;
  what: string;
  children: (value: T) => ReactElement | null;
}) {
  return (
    <QueryView {...props} placeholder={<SectionSkeleton what={props.what} />} />
  );
}
