import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { idList, inChunks, rawRows } from '../../database/raw';
import { HeldRelease, matchesTarget } from '../matchesTarget';

const RELEASES = 500;

export async function activeTargets(tx: Knex): Promise<HoldTarget[]> {
  const rows: { target: string }[] = await tx('hold')
    .whereNull('lifted_at')
    .select('target');
  return rows.map(({ target }) => JSON.parse(target));
}

/** Those of the releases that an active hold covers, by what is known of them now. */
export async function heldReleases(options: {
  tx: Knex;
  releaseIds: number[];
  /** Default: of all active holds. */
  targets?: HoldTarget[];
}): Promise<Set<number>> {
  const { tx, releaseIds } = options;
  const targets = options.targets ?? (await activeTargets(tx));
  const held = new Set<number>();
  if (targets.length === 0) return held;
  for (const ids of inChunks(releaseIds, RELEASES)) {
    for (const release of await readReleases(tx, ids)) {
      if (targets.some(target => matchesTarget(target, release))) {
        held.add(release.id);
      }
    }
  }
  return held;
}

async function readReleases(tx: Knex, ids: number[]): Promise<HeldRelease[]> {
  const list = JSON.stringify(ids);
  const releases = await rawRows<any>(
    tx,
    `select r.id, r.uid, r.channel, r.line, s.entity_ref
       from "release" r join subject s on s.id = r.subject_id
      where r.id in (${idList(tx)})`,
    [list],
  );
  const known = new Map<number, HeldRelease>(
    releases.map(row => [
      row.id,
      {
        id: row.id,
        uid: row.uid,
        channel: row.channel,
        line: row.line,
        entityRef: row.entity_ref,
        evidence: [],
        outputs: [],
      },
    ]),
  );
  const evidence = await rawRows<any>(
    tx,
    `select release_id, sha256, kind, received_at from evidence
      where release_id in (${idList(tx)})`,
    [list],
  );
  for (const { release_id: id, sha256, kind, received_at: at } of evidence) {
    known.get(id)?.evidence.push({ sha256, kind, receivedAt: Number(at) });
  }
  const outputs = await rawRows<any>(
    tx,
    `select release_id, digest from output where release_id in (${idList(tx)})`,
    [list],
  );
  for (const { release_id: id, digest } of outputs) {
    known.get(id)?.outputs.push(digest);
  }
  return [...known.values()];
}
