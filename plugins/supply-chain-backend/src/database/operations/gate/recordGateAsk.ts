import {
  Channel,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { fit } from '../../text';

/** Versions kept of a subject: who may ask may name any, and must not fill the disk. */
const MAX_VERSIONS = 50;
const MAX_VERSION_LENGTH = 200;

/** Writes down that the gate was asked for a version without evidence, and by whom. */
export async function recordGateAsk(options: {
  tx: Knex;
  subjectId: number;
  channel: Channel;
  version: string;
  principal: Principal;
  now: number;
}): Promise<void> {
  const { tx, subjectId, channel, version, principal, now } = options;
  // No release can ever have it
  if (fit(version, MAX_VERSION_LENGTH) !== version) return;
  const last = {
    asked_at: now,
    principal_type: principal.type,
    principal_ref: fit(principal.ref, 255),
  };
  await tx('gate_ask')
    .insert({
      subject_id: subjectId,
      channel,
      version,
      first_at: now,
      ...last,
    })
    .onConflict(['subject_id', 'channel', 'version'])
    .merge(last);
  const surplus: { id: number }[] = await tx('gate_ask')
    .where({ subject_id: subjectId })
    .orderBy([
      { column: 'asked_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .offset(MAX_VERSIONS)
    .limit(MAX_VERSIONS)
    .select('id');
  if (surplus.length > 0) {
    await tx('gate_ask')
      .whereIn(
        'id',
        surplus.map(({ id }) => id),
      )
      .delete();
  }
}
