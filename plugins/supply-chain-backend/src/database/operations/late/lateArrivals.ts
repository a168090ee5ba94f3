import { Knex } from 'knex';
import { Placement, Sender } from '../../../intake/types';
import { toOptionalRow, toRows } from '../../rows';
import { fit, fitOptional } from '../../text';

/** `late_arrival`: what was answered before it was settled. */
export interface LateArrivalRow {
  uid: string;
  entity_ref: string;
  version: string;
  channel: 'release' | 'change';
  kind?: Placement['kind'];
  file_name?: string;
  size?: number;
  principal_type: Sender['principal']['type'];
  principal_ref: string;
  source?: string;
  via: Sender['via'];
  at: number;
  receipt_uid?: string;
  ends_at: number;
}

export async function insertLateArrival(options: {
  tx: Knex;
  uid: string;
  arrival: Placement & Sender & { size: number };
  at: number;
  endsAt: number;
}): Promise<void> {
  const { tx, uid, arrival, at, endsAt } = options;
  const { principal } = arrival;
  await tx('late_arrival').insert({
    uid,
    entity_ref: arrival.entityRef.toLowerCase(),
    version: arrival.version,
    channel: arrival.channel ?? 'release',
    kind: arrival.kind ?? null,
    file_name: fitOptional(arrival.fileName, 255),
    size: arrival.size,
    principal_type: principal.type,
    principal_ref: fit(principal.ref, 255),
    source: fitOptional(arrival.source, 500),
    via: arrival.via,
    at,
    ends_at: endsAt,
  });
}

export async function findLateArrival(options: {
  tx: Knex;
  uid: string;
}): Promise<LateArrivalRow | undefined> {
  const { tx, uid } = options;
  return toOptionalRow(await tx('late_arrival').where({ uid }).first());
}

/** Its outcome is told by another's receipt. */
export async function pointLateArrival(options: {
  tx: Knex;
  uid: string;
  receiptUid: string;
  endsAt: number;
}): Promise<void> {
  const { tx, uid, receiptUid, endsAt } = options;
  await tx('late_arrival')
    .where({ uid })
    .update({ receipt_uid: receiptUid, ends_at: endsAt });
}

export async function listEndedLateArrivals(options: {
  tx: Knex;
  now: number;
}): Promise<LateArrivalRow[]> {
  const { tx, now } = options;
  return toRows(await tx('late_arrival').where('ends_at', '<', now));
}

/** @returns whether there was one */
export async function deleteLateArrival(options: {
  tx: Knex;
  uid: string;
}): Promise<boolean> {
  const { tx, uid } = options;
  return (await tx('late_arrival').where({ uid }).delete()) > 0;
}
