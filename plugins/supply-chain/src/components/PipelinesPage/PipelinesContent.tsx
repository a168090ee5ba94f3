import { Container } from '@backstage/ui';
import { PipelinesView } from './PipelinesView';

/** How pipelines are known, as a sub-page of the new frontend system. */
export function PipelinesContent() {
  return (
    <Container>
      <PipelinesView />
    </Container>
  );
}
