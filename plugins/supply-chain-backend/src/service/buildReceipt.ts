import { parseEntityRef } from '@backstage/catalog-model';
import { Receipt } from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedEntity } from '../authorization';
import { compact } from '../database/operations/releases/columns';
import { IntakeResult } from '../intake/types';
import { RouterServices } from './types';

/**
 * An arrival with what became of it: placement, facts and verdict. Without the
 * entity, for who may not read it, only that it arrived.
 */
export async function buildReceipt(
  services: Pick<RouterServices, 'inventory' | 'posture' | 'findRefusal'>,
  entity: GrantedEntity | undefined,
  result: IntakeResult,
): Promise<Receipt> {
  const { uid: id, status, releaseUid, evidenceUid } = result;
  const receipt: Receipt = { id, status, at: result.at.toISOString() };
  if (status === 'refused') {
    return compact({ ...receipt, refusal: await services.findRefusal(id) });
  }
  if (!entity || releaseUid === undefined || evidenceUid === undefined) {
    return receipt;
  }
  const [evidence, posture] = await Promise.all([
    services.inventory.getEvidence(entity, releaseUid, evidenceUid),
    services.posture.getPosture(entity, { release: releaseUid }),
  ]);
  const { kind, namespace, name } = parseEntityRef(entity.entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return compact({
    ...receipt,
    evidence,
    release: posture.release,
    state: result.judged ? posture.state : undefined,
    decision: result.judged ? posture.decision : undefined,
    fixFirst: result.judged ? posture.fixFirst : undefined,
    link: `/catalog/${path}/supply-chain?release=${encodeURIComponent(
      releaseUid,
    )}`,
  });
}
