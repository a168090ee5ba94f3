import { Knex } from 'knex';
import { ChangeCounts } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  ReleaseRecord,
  toRelease,
} from '../database/operations/releases/releaseColumns';
import { ReadingCache } from './ReadingCache';
import { compareIds, pairUpdates, uniteIds } from './compareSets';
import { findPackages } from './operations/findPackages';
import { FindingKeys, listFindingKeys } from './operations/listFindingKeys';
import { listSets } from './operations/listSets';

/** Counts of a release, and how they differ from another one. */
export interface ReleaseCounts {
  components: number;
  findings: number;
  changes?: ChangeCounts;
}

/**
 * Works on component ids alone, so that posture never unpacks a document: names
 * are not needed to count.
 */
export async function countChanges(options: {
  tx: Knex;
  cache: ReadingCache;
  target: ReleaseRecord;
  base?: ReleaseRecord;
}): Promise<ReleaseCounts> {
  const { tx, cache, target, base } = options;
  const releaseIds = base ? [target.id, base.id] : [target.id];
  const [sets, findings] = await Promise.all([
    listSets({ tx, releaseIds }),
    listFindingKeys({ tx, releaseIds }),
  ]);
  const idsOf = async (releaseId: number) =>
    uniteIds(
      await Promise.all(
        sets
          .filter(set => set.releaseId === releaseId)
          .map(set => cache.set(set.setId)),
      ),
    );
  const targetIds = await idsOf(target.id);
  const targetFindings = findings.get(target.id) as FindingKeys;
  const counts = {
    components: targetIds.length,
    findings: targetFindings.count,
  };
  if (!base) return counts;
  const { onlyBase, onlyTarget } = compareIds(await idsOf(base.id), targetIds);
  const packages = await findPackages({
    tx,
    componentIds: [...onlyBase, ...onlyTarget],
  });
  const pairs = pairUpdates(
    onlyBase,
    onlyTarget,
    id => packages.get(id) ?? -id,
  );
  const baseFindings = findings.get(base.id) as FindingKeys;
  return {
    ...counts,
    changes: {
      base: toRelease(base),
      added: pairs.added.length,
      removed: pairs.removed.length,
      updated: pairs.updated.length,
      newFindings: countMissing(targetFindings, baseFindings),
      goneFindings: countMissing(baseFindings, targetFindings),
    },
  };
}

function countMissing(of: FindingKeys, within: FindingKeys): number {
  const known = new Set(within.identities.flat());
  return of.identities.filter(names => !names.some(name => known.has(name)))
    .length;
}
