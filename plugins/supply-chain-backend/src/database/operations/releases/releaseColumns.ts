import { Knex } from 'knex';
import { Release } from '@hotpass/backstage-plugin-supply-chain-common';
import { compact, toIso } from './columns';
import {
  DecisionColumns,
  decisionColumns,
  toDecisionSummary,
} from './decisionColumns';

/** A release with its subject's ref and its current decision. */
export type ReleaseRecord = DecisionColumns & {
  id: number;
  uid: string;
  subject_id: number;
  entity_ref: string;
  newest_release_id: number | null;
  channel: 'release' | 'change';
  version: string;
  line: string;
  made_at: unknown;
  decision_id: number | null;
  judge_asked: number;
  judge_done: number;
};

/** Every read of releases starts here. */
export function selectReleases(tx: Knex): Knex.QueryBuilder {
  return tx('release as r')
    .join('subject as s', 's.id', 'r.subject_id')
    .leftJoin('decision as d', 'd.id', 'r.decision_id')
    .select({
      id: 'r.id',
      uid: 'r.uid',
      subject_id: 'r.subject_id',
      entity_ref: 's.entity_ref',
      newest_release_id: 's.newest_release_id',
      channel: 'r.channel',
      version: 'r.version',
      line: 'r.line',
      made_at: 'r.made_at',
      decision_id: 'r.decision_id',
      judge_asked: 'r.judge_asked',
      judge_done: 'r.judge_done',
      ...decisionColumns,
    });
}

export function toRelease(row: ReleaseRecord): Release {
  return compact({
    id: row.uid,
    entityRef: row.entity_ref,
    version: row.version,
    channel: row.channel,
    line: row.line,
    madeAt: toIso(row.made_at),
    newest: row.newest_release_id === row.id,
    decision: toDecisionSummary(row),
  });
}
