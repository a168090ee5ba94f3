import { useApi } from '@backstage/frontend-plugin-api';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';

/** Which signatures of the newest release hold now. */
export function Integrity(props: { posture: Posture }) {
  const { posture } = props;
  const { entityRef, release, decision } = posture;
  const releaseId = release?.id ?? '';
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const { value } = useQuery(
    signal => api.getEvidence({ entityRef, releaseId }, { signal }),
    [api, entityRef, releaseId, decision?.id, posture.counts.evidence],
  );
  if (!value) return null;
  const counted = value.filter(piece => piece.current && !piece.withdrawn);
  const ofState = (state: string) =>
    counted.filter(({ facts }) => facts.signature.state === state).length;
  const broken = ofState('failed');
  const verified = ofState('verified');
  if (broken > 0) {
    return <span>{t('docs.status.broken', { count: broken })}</span>;
  }
  return (
    <span>
      {verified > 0
        ? t('docs.status.verified', { count: verified })
        : t('docs.status.unverified')}
    </span>
  );
}
