import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Principal,
  RetentionAlarm,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Knex } from 'knex';
import { appendEvent } from '../../database/operations/record/appendEvent';
import {
  lockDigests,
  lockKeeping,
} from '../../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { fit } from '../../database/text';
import { writeState } from '../run/operations/state';
import { toAlarm } from './alarmRows';

/** A named person says that the clock is right, the volume meant, the stray file nobody's, the store's bytes lost. */
export async function confirmAlarm(options: {
  database: SupplyChainDatabase;
  store: ArtifactStore;
  uid: string;
  reason: string;
  principal: Principal;
  now: number;
}): Promise<RetentionAlarm> {
  const { database, store, uid, reason, principal, now } = options;
  return database.transaction(async tx => {
    await lockKeeping(tx);
    const row = await tx('retention_alarm').where({ uid }).first();
    if (!row) throw new NotFoundError(`There is no alarm '${uid}'`);
    const alarm = toAlarm(row);
    if (alarm.endedAt) throw new ConflictError(`The alarm '${uid}' is over`);
    if (!alarm.confirmable) {
      throw new ConflictError(
        `An alarm of kind '${alarm.kind}' cannot be confirmed. ${alarm.remedy}`,
      );
    }
    await follow(tx, store, row, now);
    await tx('retention_alarm')
      .where({ uid })
      .update({
        ended_at: now,
        confirmed_by_type: principal.type,
        confirmed_by_ref: fit(principal.ref, 255),
        confirm_reason: fit(reason, 1000),
      });
    await appendEvent({
      tx,
      type: 'alarm-ended',
      at: now,
      facts: { alarm: uid, kind: row.kind, about: row.about, confirmed: true },
    });
    return toAlarm(await tx('retention_alarm').where({ uid }).first());
  });
}

async function follow(
  tx: Knex.Transaction,
  store: ArtifactStore,
  row: Record<string, any>,
  now: number,
): Promise<void> {
  switch (row.kind) {
    case 'clock':
      await writeState({ tx, columns: { clock_mark: now } });
      break;
    case 'volume':
      await writeState({ tx, columns: { allowed_volume: Number(row.volume) } });
      break;
    case 'unreachable':
      // Runs see who ended it, and ask for no witnesses any more
      break;
    default:
      await discard(tx, store, row.about);
  }
}

/** Unless it is evidence by now: an arrival of the same bytes makes the file its own. */
async function discard(
  tx: Knex.Transaction,
  store: ArtifactStore,
  sha256: string,
): Promise<void> {
  await lockDigests(tx, [sha256]);
  if (await tx('artifact').where({ sha256 }).first('sha256')) return;
  await store.remove(sha256);
}
