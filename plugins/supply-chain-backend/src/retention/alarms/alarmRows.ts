import { randomUUID } from 'node:crypto';
import { RetentionAlarm } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { appendEvent } from '../../database/operations/record/appendEvent';
import {
  compact,
  toIso,
  toOptional,
} from '../../database/operations/releases/columns';
import { fit } from '../../database/text';

export type AlarmKind = RetentionAlarm['kind'];

/** What to do about each kind. */
export const REMEDY: Record<AlarmKind, string> = {
  volume:
    'Look at the deletion preview. If it is meant, confirm the alarm; the next run goes on.',
  clock:
    'Compare the clock of the host with another one. If it is right, confirm the alarm; the next run goes on.',
  corrupt:
    'Restore the bytes from a copy with the same digest: supply-chain restore <file>.',
  missing:
    'Restore the bytes from a copy with the same digest: supply-chain restore <file>.',
  unreadable:
    'Make the store give these bytes again; the next run reads them and ends the alarm. If they are lost, restore them from a copy with the same digest: supply-chain restore <file>.',
  unreachable:
    'Look at the artifact store: its folder, mount, credentials and network. Nothing was marked, and the next run that can read ends the alarm. If the bytes are lost for good, confirm the alarm: the next run marks what is not there.',
  stray:
    'Find out where the file comes from. Confirm the alarm to discard it; a file by another name is removed by hand.',
  overdue:
    'Look at the last runs: they are refused, stopped or too slow for what expires.',
  restored:
    'A backup brought back evidence that was deleted, and a legal hold covers it by now. Lift the hold or keep it as evidence of its own.',
};

const CONFIRMABLE: AlarmKind[] = ['volume', 'clock', 'stray', 'unreachable'];

/** Raises an alarm unless the same one is open. */
export async function raiseAlarm(options: {
  tx: Knex.Transaction;
  kind: AlarmKind;
  /** Digest or file; empty for what there is one of. */
  about?: string;
  message: string;
  volume?: number;
  now: number;
}): Promise<boolean> {
  const { tx, kind, about = '', message, volume, now } = options;
  const key = { kind, about: fit(about, 255) };
  const open = await tx('retention_alarm')
    .where(key)
    .whereNull('ended_at')
    .first();
  if (open) {
    await tx('retention_alarm')
      .where({ id: open.id })
      .update({ message: fit(message, 1000), volume: volume ?? null });
    return false;
  }
  const uid = randomUUID();
  await tx('retention_alarm').insert({
    ...key,
    uid,
    raised_at: now,
    message: fit(message, 1000),
    volume: volume ?? null,
  });
  await appendEvent({
    tx,
    type: 'alarm-raised',
    at: now,
    facts: compact({ alarm: uid, ...key, volume }),
  });
  return true;
}

/** Ends what is no longer so. */
export async function endAlarm(options: {
  tx: Knex.Transaction;
  kind: AlarmKind;
  about?: string;
  now: number;
}): Promise<void> {
  const { tx, kind, about = '', now } = options;
  const open = await tx('retention_alarm')
    .where({ kind, about: fit(about, 255) })
    .whereNull('ended_at')
    .first();
  if (!open) return;
  await tx('retention_alarm').where({ id: open.id }).update({ ended_at: now });
  const facts = { alarm: open.uid, kind, about };
  await appendEvent({ tx, type: 'alarm-ended', at: now, facts });
}

export function toAlarm(row: Record<string, any>): RetentionAlarm {
  const kind = row.kind as AlarmKind;
  const isOpen = row.ended_at === null;
  const isDigest = /^[0-9a-f]{64}$/.test(row.about);
  return compact({
    id: row.uid,
    kind,
    raisedAt: toIso(row.raised_at),
    message: row.message,
    remedy: REMEDY[kind],
    digest: isDigest ? `sha256:${row.about}` : undefined,
    volume: row.volume === null ? undefined : Number(row.volume),
    // What is stored by another name than a digest is not ours to remove
    confirmable:
      isOpen && CONFIRMABLE.includes(kind) && (kind !== 'stray' || isDigest),
    endedAt: isOpen ? undefined : toIso(row.ended_at),
    confirmedBy: row.confirmed_by_ref
      ? { type: row.confirmed_by_type, ref: row.confirmed_by_ref }
      : undefined,
    confirmReason: toOptional<string>(row.confirm_reason),
  });
}
