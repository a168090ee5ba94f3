import { Container } from '@backstage/ui';
import { TrustView } from './TrustView';

/** Who may vouch for what, as a sub-page of the new frontend system. */
export function TrustContent() {
  return (
    <Container>
      <TrustView />
    </Container>
  );
}
