import { Knex } from 'knex';
import {
  Evidence,
  EvidenceFacts,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { compact, toIso, toJson, toOptional, toOptionalIso } from './columns';

/** What `reading.summary` holds: all that lists need of a document. */
export interface ReadingSummary {
  recognised: EvidenceFacts['recognised'];
  valid: EvidenceFacts['valid'];
  generator?: { name: string; version?: string };
  createdAt?: string;
  counts?: { components?: number; findings?: number; entries?: number };
}

/** Evidence with the ids that stay inside. */
export interface EvidenceRecord {
  readingId: number;
  storeKey: string;
  evidence: Evidence;
}

/** Every piece of a release, newest first, withdrawn and superseded included. */
export async function listEvidence(options: {
  tx: Knex;
  releaseId: number;
  releaseUid: string;
  evidenceUid?: string;
}): Promise<EvidenceRecord[]> {
  const query = selectEvidence(options.tx).where(
    'e.release_id',
    options.releaseId,
  );
  if (options.evidenceUid) query.where('e.uid', options.evidenceUid);
  const rows = await query;
  return rows.map(row => ({
    readingId: row.reading_id,
    storeKey: row.store_key,
    evidence: toEvidence(row, options.releaseUid),
  }));
}

/** The same of every release of a subject, for pages that show them all. */
export async function listEvidenceOfReleases(options: {
  tx: Knex;
  subjectId: number;
}): Promise<Evidence[]> {
  const rows = await selectEvidence(options.tx)
    .join('release as r', 'r.id', 'e.release_id')
    .where('r.subject_id', options.subjectId)
    .where('r.channel', 'release')
    .select({ release_uid: 'r.uid' });
  return rows.map(row => toEvidence(row, row.release_uid));
}

function selectEvidence(
  tx: Knex,
): Knex.QueryBuilder<any, Record<string, any>[]> {
  return tx('evidence as e')
    .join('reading as g', 'g.id', 'e.reading_id')
    .join('artifact as a', 'a.sha256', 'e.sha256')
    .leftJoin('evidence as n', 'n.id', 'e.superseded_by')
    .orderBy([
      { column: 'e.received_at', order: 'desc' },
      { column: 'e.id', order: 'desc' },
    ])
    .select('e.*', 'g.summary', 'a.size', 'a.store_key', {
      superseded_uid: 'n.uid',
      signed_uid: tx('evidence as x')
        .whereRaw(
          `x.release_id = e.release_id and x.sha256 = substr(e.signs, 8) and x.withdrawn_at is null`,
        )
        .max('x.uid') as unknown as string,
      receipts: tx('receipt')
        .where('evidence_id', tx.ref('e.id'))
        .count('*') as unknown as string,
    });
}

function toEvidence(row: Record<string, any>, releaseUid: string): Evidence {
  const summary = toJson<ReadingSummary>(row.summary, {} as ReadingSummary);
  return compact({
    id: row.uid,
    releaseId: releaseUid,
    digest: `sha256:${row.sha256}`,
    size: Number(row.size),
    kind: row.kind,
    stream: row.stream,
    signs:
      row.signs === null
        ? undefined
        : compact({
            digest: row.signs,
            evidenceId: toOptional(row.signed_uid),
          }),
    fileName: toOptional(row.file_name),
    facts: {
      recognised: summary.recognised,
      valid: summary.valid,
      signature: toJson(row.signature, { state: 'none' as const }),
      bound: toJson(row.bound, {
        state: 'neither' as const,
        outputs: [],
        reason: '',
      }),
      trust: toJson(row.trust, { state: 'none' as const }),
    },
    generator: summary.generator && {
      name: summary.generator.name,
      version: summary.generator.version,
    },
    componentCount: summary.counts?.components,
    findingCount: summary.counts?.findings,
    entryCount: summary.counts?.entries,
    createdAt: toValidIso(summary.createdAt),
    receivedAt: toIso(row.received_at),
    receivedFrom: { type: row.received_type, ref: row.received_ref },
    receipts: Number(row.receipts),
    retainUntil: toIso(row.expires_at),
    current: Boolean(row.current),
    supersededBy: toOptional(row.superseded_uid),
    withdrawn:
      row.withdrawn_at === null
        ? undefined
        : {
            at: toOptionalIso(row.withdrawn_at) as string,
            by: row.withdrawn_by,
            reason: row.withdrawn_reason,
          },
  });
}

/** Documents claim times in many shapes; what is no time is not repeated. */
function toValidIso(claimed: string | undefined): string | undefined {
  const time = claimed === undefined ? NaN : Date.parse(claimed);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
