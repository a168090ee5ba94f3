import { ReactElement } from 'react';
import { Query } from '../../hooks/useQuery';
import { QueryError } from './QueryError';

/** What a query found; before that its place, and after a failure the reason. */
export function QueryView<T>(props: {
  query: Query<T>;
  /** What is loaded, in a sentence: *the findings*. */
  what: string;
  placeholder: ReactElement;
  children: (value: T) => ReactElement | null;
}) {
  const { query, what, placeholder, children } = props;
  if (query.error) {
    return <QueryError what={what} error={query.error} onRetry={query.retry} />;
  }
  return query.value === undefined ? placeholder : children(query.value);
}
