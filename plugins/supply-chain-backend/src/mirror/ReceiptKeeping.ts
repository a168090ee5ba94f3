import { Knex } from 'knex';
import { toIso } from '../database/operations/releases/columns';
import { KeepingFacts } from './types';

/** What was promised when evidence came in, of which nothing has been deleted. */
export class ReceiptKeeping implements KeepingFacts {
  async ofSubject(options: { tx: Knex; subjectId: number }) {
    const rows = await options
      .tx('evidence as v')
      .join('release as r', 'r.id', 'v.release_id')
      .where('r.subject_id', options.subjectId)
      .where('r.channel', 'release')
      .orderBy('v.id')
      .select('v.uid', 'v.expires_at');
    return {
      promises: rows.map(row => ({
        evidenceId: row.uid,
        until: toIso(row.expires_at),
        rule: 'counted from its receipt',
        holds: [],
      })),
      tombstones: [],
    };
  }
}
