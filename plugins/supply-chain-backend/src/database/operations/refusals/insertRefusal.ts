import { Knex } from 'knex';
import { Placement, RefusalReason, Sender } from '../../../intake/types';
import { fit, fitOptional } from '../../text';

/** An arrival that was turned away, for those who care for the pipeline. */
export async function insertRefusal(options: {
  tx: Knex;
  uid: string;
  arrival: Partial<Placement> & Sender & { size?: number };
  reason: RefusalReason;
  now: number;
  expiresAt: number;
}): Promise<void> {
  const { tx, arrival, reason, now } = options;
  const entityRef = arrival.entityRef?.toLowerCase();
  const subject = entityRef
    ? await tx('subject').where({ entity_ref: entityRef }).first('id')
    : undefined;
  await tx('refusal').insert({
    uid: options.uid,
    subject_id: subject?.id ?? null,
    entity_ref: fitOptional(entityRef, 255),
    version: fitOptional(arrival.version, 200),
    channel: fitOptional(arrival.channel, 16),
    kind: fitOptional(arrival.kind, 32),
    file_name: fitOptional(arrival.fileName, 255),
    size: arrival.size ?? null,
    at: now,
    expires_at: options.expiresAt,
    principal_type: arrival.principal.type,
    principal_ref: fit(arrival.principal.ref, 255),
    source: fitOptional(arrival.source, 500),
    via: arrival.via,
    code: fit(reason.code, 63),
    status: reason.status,
    reason: fit(reason.reason, 1000),
    pointer: fitOptional(reason.pointer, 1000),
    line_number: reason.line ?? null,
    remedy: fitOptional(reason.remedy, 1000),
  });
}

export async function deleteExpiredRefusals(options: {
  tx: Knex;
  now: number;
}): Promise<number> {
  return options.tx('refusal').where('expires_at', '<', options.now).delete();
}
