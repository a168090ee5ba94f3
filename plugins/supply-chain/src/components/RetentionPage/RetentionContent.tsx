import { Container } from '@backstage/ui';
import { RetentionView } from './RetentionView';

/** How evidence is kept, as a sub-page of the new frontend system. */
export function RetentionContent() {
  return (
    <Container>
      <RetentionView />
    </Container>
  );
}
