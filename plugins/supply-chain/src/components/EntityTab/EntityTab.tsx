import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Posture } from './Posture';

/** Can this ship? The supply-chain tab of an entity page. */
export function EntityTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return <Posture key={entityRef} entityRef={entityRef} />;
}
