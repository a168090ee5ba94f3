import { randomUUID } from 'node:crypto';
import { Channel } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { ReleaseRow, toRow } from '../../rows';

/** The release of this key; `made_at` and the line stay as first accepted. */
export async function ensureRelease(options: {
  tx: Knex.Transaction;
  subjectId: number;
  channel: Channel;
  version: string;
  line: string;
  madeAt: number;
  now: number;
}): Promise<{ release: ReleaseRow; created: boolean }> {
  const { tx, subjectId, channel, version } = options;
  const key = { subject_id: subjectId, channel, version };
  const found = await tx('release').where(key).first();
  if (found) return { release: toRow<ReleaseRow>(found), created: false };
  const [created] = await tx('release')
    .insert({
      ...key,
      uid: randomUUID(),
      line: options.line,
      made_at: options.madeAt,
      created_at: options.now,
    })
    .returning('*');
  return { release: toRow<ReleaseRow>(created), created: true };
}
