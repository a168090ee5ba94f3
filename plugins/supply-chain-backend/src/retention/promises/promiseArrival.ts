import { RetentionStart } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { ReleaseRow, SubjectRow } from '../../database/rows';
import { NamedClass } from '../classes/types';
import { obligationsOf } from './obligationsOf';
import { START_SQL } from './startSql';

/** What is promised for evidence that arrives, before it has a row. */
export interface ArrivalPromise {
  rows: {
    class: string;
    start: RetentionStart;
    minimum_ms: number;
    latest_ms: number | null;
    started_at: number | null;
    due_at: number | null;
  }[];
  /** The columns of the evidence. */
  evidence: {
    expires_at: number;
    kept_open: boolean;
    kept_by: string;
    latest_at: number | null;
  };
}

/** The same as `promise` would say, in as few statements as an arrival may cost. */
export async function promiseArrival(options: {
  tx: Knex.Transaction;
  classes: readonly NamedClass[];
  subject: SubjectRow;
  release: ReleaseRow;
  kind: string;
  now: number;
}): Promise<ArrivalPromise> {
  const { tx, classes, subject, release, kind, now } = options;
  const { channel, line } = release;
  const own = obligationsOf(classes, { subject, channel, line, kind });
  const { clock_mark: mark } = await tx('retention_state').first('clock_mark');
  // A clock that runs behind must not make promises that are over too early
  const receivedAt = Math.max(now, Number(mark ?? 0));
  const rows: ArrivalPromise['rows'] = [];
  for (const { name, definition } of own) {
    const { start, minimumMs, latestMs } = definition;
    const startedAt = await startOf(tx, start, release, receivedAt);
    rows.push({
      class: name,
      start,
      minimum_ms: minimumMs,
      latest_ms: latestMs ?? null,
      started_at: startedAt ?? null,
      due_at: startedAt === undefined ? null : startedAt + minimumMs,
    });
  }
  return { rows, evidence: together(rows, now) };
}

async function startOf(
  tx: Knex.Transaction,
  start: RetentionStart,
  release: ReleaseRow,
  receivedAt: number,
): Promise<number | undefined> {
  switch (start) {
    case 'receipt':
      return receivedAt;
    case 'release':
      return release.made_at;
    case 'end-of-support':
      return release.support_until;
    default: {
      const row = await tx('release as r')
        .where('r.id', release.id)
        .first(tx.raw(`${START_SQL[start]} as at`));
      return row.at === null ? undefined : Number(row.at);
    }
  }
}

function together(
  rows: ArrivalPromise['rows'],
  receivedAt: number,
): ArrivalPromise['evidence'] {
  const dues = rows.flatMap(({ due_at: due }) => due ?? []);
  const latest = rows.flatMap(({ started_at: at, latest_ms: ms }) =>
    at === null || ms === null ? [] : [at + ms],
  );
  const [longest] = [...rows].sort(
    (one, other) =>
      (other.due_at ?? Infinity) - (one.due_at ?? Infinity) ||
      (one.class < other.class ? -1 : 1),
  );
  return {
    expires_at: dues.length > 0 ? Math.max(...dues) : receivedAt,
    kept_open: dues.length < rows.length,
    kept_by: longest?.class ?? 'default',
    latest_at: latest.length > 0 ? Math.max(...latest) : null,
  };
}
