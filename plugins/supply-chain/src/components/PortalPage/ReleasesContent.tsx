import { Container } from '@backstage/ui';
import { ReleasesView } from './ReleasesView';

/** Releases as a sub-page of the new frontend system. */
export function ReleasesContent() {
  return (
    <Container>
      <ReleasesView />
    </Container>
  );
}
