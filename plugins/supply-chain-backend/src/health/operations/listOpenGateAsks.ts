import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GATE_ASK_TTL_MS } from '../../database/operations/gate/deleteOldGateAsks';
import { whereIdIn } from '../../database/operations/releases/idList';

/** The gate was asked for a version, and no evidence of it has come since. */
export interface OpenGateAsk {
  subjectId: number;
  channel: 'release' | 'change';
  version: string;
  firstAt: number;
  askedAt: number;
  by: Principal;
}

/**
 * Oldest first. Evidence for the version answers the question; so does a release that
 * was made after it was asked: nobody waits for the one before any more.
 */
export async function listOpenGateAsks(options: {
  tx: Knex;
  subjectIds: number[];
  now: Date;
}): Promise<OpenGateAsk[]> {
  const { tx, now } = options;
  const rows: any[] = await whereIdIn(
    tx('gate_ask as g')
      .where('g.without_evidence', true)
      .where('g.asked_at', '>', now.getTime() - GATE_ASK_TTL_MS)
      .whereNotExists(
        tx('release as r')
          .join('evidence as e', 'e.release_id', 'r.id')
          .whereRaw(
            `r.subject_id = g.subject_id and r.channel = g.channel
              and (r.version = g.version
                or (r.channel = 'release' and r.made_at > g.asked_at))`,
          )
          .where('e.current', true)
          .whereNull('e.withdrawn_at')
          .select(tx.raw('1')),
      )
      .orderBy(['g.asked_at', 'g.id'])
      .select('g.*'),
    'g.subject_id',
    options.subjectIds,
  );
  return rows.map(row => ({
    subjectId: row.subject_id,
    channel: row.channel,
    version: row.version,
    firstAt: Number(row.first_at),
    askedAt: Number(row.asked_at),
    by: { type: row.principal_type, ref: row.principal_ref },
  }));
}
