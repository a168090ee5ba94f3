import { Container } from '@backstage/ui';
import { HealthView } from './HealthView';

/** Pipeline health as a sub-page of the new frontend system. */
export function HealthContent() {
  return (
    <Container>
      <HealthView />
    </Container>
  );
}
