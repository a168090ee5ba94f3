import { Knex } from 'knex';
import {
  Evidence,
  MirrorFacts,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedEntity } from '../authorization';
import { listEvidenceOfReleases } from '../database/operations/releases/listEvidence';
import { listReleases } from '../database/operations/releases/listReleases';
import { toRelease } from '../database/operations/releases/releaseColumns';
import { InventoryService } from '../inventory/types';
import { PostureService } from '../posture/types';
import { listReceipts } from './operations/listReceipts';
import { PublishedSubject } from './operations/subjectRevision';
import { KeepingFacts } from './types';

/** Rows of one table; what is beyond is in the document, which can be downloaded. */
const MOST_ROWS = 20_000;
const MOST_RELEASES = 10_000;
const NOTHING = { items: [], totalItems: 0 };

/**
 * Everything that the pages of a subject show. The pages are guarded by who may read
 * the entity when they are read, so all of it is read here, in the portal's name.
 */
export async function readFacts(options: {
  tx: Knex;
  subject: PublishedSubject;
  posture: PostureService;
  inventory: InventoryService;
  keeping: KeepingFacts;
}): Promise<MirrorFacts> {
  const { tx, subject, posture, inventory, keeping } = options;
  const { entityRef } = subject;
  const entity = { entityRef } as GrantedEntity;
  const [shown, releases, evidence, receipts, kept] = await Promise.all([
    posture.getPosture(entity),
    listReleases({
      tx,
      entityRef,
      channel: 'release',
      limit: MOST_RELEASES,
    }),
    listEvidenceOfReleases({ tx, subjectId: subject.id }),
    listReceipts({ tx, subjectId: subject.id }),
    keeping.ofSubject({ tx, subjectId: subject.id }),
  ]);
  // How far publishing got is no fact about evidence, and would never settle
  const { mirror, ...facts } = shown;
  const release = shown.release?.id;
  const byRelease = groupByRelease(evidence);
  const page = { limit: MOST_ROWS };
  const [components, findings, provenance, decision] =
    release === undefined
      ? [NOTHING, NOTHING, [], undefined]
      : await Promise.all([
          inventory.listComponents(entity, release, page),
          inventory.listFindings(entity, release, page),
          inventory.listProvenance(entity, release),
          shown.decision && posture.getDecision(entity, release),
        ]);
  return {
    posture: facts,
    ...(decision && { decision }),
    components,
    findings,
    provenance,
    releases: releases.map(row => ({
      release: toRelease(row),
      evidence: byRelease.get(row.uid) ?? [],
    })),
    receipts,
    ...kept,
  };
}

function groupByRelease(evidence: Evidence[]): Map<string, Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const piece of evidence) {
    const group = groups.get(piece.releaseId);
    if (group) group.push(piece);
    else groups.set(piece.releaseId, [piece]);
  }
  return groups;
}
