import { lazy, Suspense } from 'react';

const LiveStatus = lazy(() =>
  import('./LiveStatus').then(m => ({ default: m.LiveStatus })),
);

/** Loads when the first docs page is opened: addons are known before that. */
export function LazyLiveStatus() {
  return (
    <Suspense fallback={null}>
      <LiveStatus />
    </Suspense>
  );
}
