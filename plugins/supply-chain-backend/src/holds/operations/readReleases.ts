import { Knex } from 'knex';
import { idList, rawRows } from '../../database/raw';
import { HeldRelease } from '../matchesTarget';
import { HELD_ENTITY, toHeldEntity } from './subjectRows';

type Known = HeldRelease & { coveredBy: Set<number> };

/** Releases as holds look at them. */
export async function readReleases(
  tx: Knex,
  ids: number[],
): Promise<HeldRelease[]> {
  const list = JSON.stringify(ids);
  const rows = (sql: string) =>
    rawRows<any>(tx, sql.replace('?ids', idList(tx)), [list]);
  const releases = await rows(
    `select r.id, r.uid, r.channel, r.line, ${HELD_ENTITY}
       from "release" r join subject s on s.id = r.subject_id
      where r.id in (?ids)`,
  );
  const known = new Map<number, Known>(
    releases.map(row => [
      row.id,
      {
        id: row.id,
        uid: row.uid,
        channel: row.channel,
        line: row.line,
        entity: toHeldEntity(row),
        coveredBy: new Set(),
        evidence: [],
        outputs: [],
      },
    ]),
  );
  const covers = await rows(
    `select r.id, c.hold_id from "release" r
       join hold_cover c on c.subject_id = r.subject_id
       join hold h on h.id = c.hold_id and h.lifted_at is null
      where r.id in (?ids)`,
  );
  for (const { id, hold_id: hold } of covers) {
    known.get(id)?.coveredBy.add(hold);
  }
  const evidence = await rows(
    'select release_id, sha256, kind, received_at from evidence where release_id in (?ids)',
  );
  for (const { release_id: id, sha256, kind, received_at: at } of evidence) {
    known.get(id)?.evidence.push({ sha256, kind, receivedAt: Number(at) });
  }
  const outputs = await rows(
    'select release_id, digest from output where release_id in (?ids)',
  );
  for (const { release_id: id, digest } of outputs) {
    known.get(id)?.outputs.push(digest);
  }
  return [...known.values()];
}
