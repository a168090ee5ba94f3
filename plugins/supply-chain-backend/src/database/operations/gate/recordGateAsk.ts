import {
  Channel,
  Gate,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { fit } from '../../text';

/** Versions kept of a subject: who may ask may name any, and must not fill the disk. */
const MAX_VERSIONS = 50;
const MAX_VERSION_LENGTH = 200;

/**
 * Writes down what the gate said last for a version and stage, and to whom. Those
 * with evidence are as many as there are releases and stages; of the others only the
 * latest are kept.
 */
export async function recordGateAsk(options: {
  tx: Knex;
  subjectId: number;
  channel: Channel;
  version: string;
  stage?: string;
  answer: Gate['answer'];
  withoutEvidence: boolean;
  principal: Principal;
  now: number;
}): Promise<void> {
  const { tx, subjectId, channel, version, principal, now } = options;
  const { stage = '', answer, withoutEvidence } = options;
  // No release can ever have it
  if (fit(version, MAX_VERSION_LENGTH) !== version) return;
  const last = {
    answer,
    without_evidence: withoutEvidence,
    asked_at: now,
    principal_type: principal.type,
    principal_ref: fit(principal.ref, 255),
  };
  await tx('gate_ask')
    .insert({
      subject_id: subjectId,
      channel,
      version,
      stage,
      first_at: now,
      ...last,
    })
    .onConflict(['subject_id', 'channel', 'version', 'stage'])
    .merge(last);
  if (withoutEvidence) await deleteSurplus(tx, subjectId);
}

async function deleteSurplus(tx: Knex, subjectId: number): Promise<void> {
  const surplus: number[] = await tx('gate_ask')
    .where({ subject_id: subjectId, without_evidence: true })
    .orderBy([
      { column: 'asked_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .offset(MAX_VERSIONS)
    .limit(MAX_VERSIONS)
    .pluck('id');
  if (surplus.length > 0) {
    await tx('gate_ask').whereIn('id', surplus).delete();
  }
}
