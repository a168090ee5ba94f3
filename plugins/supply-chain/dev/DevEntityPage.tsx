import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Container } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { EntityTab } from '../src/components/EntityTab';
import { OverviewCard } from '../src/components/OverviewCard';

/** The tab and, below it, the card of one state. */
export function DevEntityPage() {
  const { name = 'not-known' } = useParams();
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
  };
  return (
    <EntityProvider entity={entity}>
      <Container py="4">
        <EntityTab />
        <div style={{ maxWidth: 420, marginTop: 48 }}>
          <OverviewCard />
        </div>
      </Container>
    </EntityProvider>
  );
}
