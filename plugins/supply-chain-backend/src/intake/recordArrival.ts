import { randomUUID } from 'node:crypto';
import {
  Channel,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  DocumentFragment,
  READER_VERSION,
  SignedAssessment,
} from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { InternedSet } from '../database/ComponentInterner';
import { appendEvent } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import {
  DeclaredOutput,
  declareOutputs,
} from '../database/operations/record/declareOutputs';
import { ensureRelease } from '../database/operations/record/ensureRelease';
import { findNextRelease } from '../database/operations/record/findNextRelease';
import { insertReceipt } from '../database/operations/record/insertReceipt';
import {
  extendArtifact,
  keepArtifact,
} from '../database/operations/record/keepArtifact';
import { keepComponentSet } from '../database/operations/record/keepComponentSet';
import { keepReading } from '../database/operations/record/keepReading';
import { recordAdvisories } from '../database/operations/record/recordAdvisories';
import {
  recordFindings,
  refreshFindings,
} from '../database/operations/record/recordFindings';
import { refreshInventory } from '../database/operations/record/refreshInventory';
import {
  findNewest,
  refreshNewest,
} from '../database/operations/record/refreshNewest';
import { refreshCurrent } from '../database/operations/record/refreshCurrent';
import { keepVerification } from '../database/operations/trust/verifications';
import { SubjectRow } from '../database/rows';
import { fit, fitOptional } from '../database/text';
import { placementFacts } from './place';
import { summarise } from './summarise';
import { NamedClass } from '../retention/classes/types';
import {
  ArrivalPromise,
  promiseArrival,
} from '../retention/promises/promiseArrival';
import { Sender } from './types';

/** Everything that is known of an arrival once its bytes are read and stored. */
export interface Arrival {
  uid: string;
  /** Locked by the transaction. */
  subject: SubjectRow;
  channel: Channel;
  version: string;
  line: string;
  stream: string;
  kind: EvidenceKind;
  /** `sha256:<hex>` of the file that it is a detached signature of. */
  signs?: string;
  fileName?: string;
  madeAt: number;
  outputs: DeclaredOutput[];
  sender: Sender;
  idempotencyKey?: string;
  sha256: string;
  size: number;
  /** Absent when the artifact was there before. */
  stored?: { key: string; storedSize: number };
  reading: { id: number } | { hintKind: string; packed: Uint8Array };
  fragment: DocumentFragment;
  /** Only of what is signed. */
  assessment?: SignedAssessment;
  /** Absent when the set was there before, or there is none. */
  set?: InternedSet;
  /** What is promised by now. */
  classes: readonly NamedClass[];
  now: number;
}

export interface Recorded {
  releaseId: number;
  releaseUid: string;
  evidenceUid: string;
  readingId: number;
}

/**
 * The one transaction that makes an arrival real. Before it there are only bytes and
 * ids that nothing points at; after it everything is there, and the release is
 * marked for judging.
 */
export async function recordArrival(
  tx: Knex.Transaction,
  arrival: Arrival,
): Promise<Recorded> {
  const { subject, now, sha256, fragment, kind } = arrival;
  const subjectId = subject.id;
  const { release, created } = await ensureRelease({
    tx,
    ...arrival,
    subjectId,
  });
  const promised = await promiseArrival({
    tx,
    ...arrival,
    subject,
    release,
    kind,
  });
  const { expires_at: expiresAt } = promised.evidence;
  const readingId = await keepBytesAndReading(tx, arrival, expiresAt);
  const evidence = await insertEvidence(
    tx,
    arrival,
    promised,
    release.id,
    readingId,
  );
  await insertReceipt({
    tx,
    ...arrival,
    subjectId,
    releaseId: release.id,
    evidenceId: evidence.id,
    outcome: 'accepted',
    at: now,
  });
  await declareOutputs({ tx, ...arrival, releaseId: release.id });
  await recordAdvisories({ tx, readingId, findings: fragment.findings });
  await recordFindings({
    tx,
    releaseId: release.id,
    evidenceId: evidence.id,
    tool: fragment.scan?.tool ?? fragment.generator?.name ?? arrival.kind,
    toolVersion: fragment.scan?.toolVersion ?? fragment.generator?.version,
    findings: fragment.findings,
    now,
  });
  // What is the first of its release counts as it was inserted
  const replaced =
    !created &&
    (await refreshCurrent({
      tx,
      ...arrival,
      signs: arrival.signs,
      releaseId: release.id,
    }));
  // Otherwise nobody began or ceased to report anything
  if (replaced || fragment.findings.length > 0) {
    await refreshFindings({ tx, releaseId: release.id, now });
  }
  let newest: number | undefined;
  if (release.channel === 'release') {
    const { line } = release;
    newest = await findNewest({ tx, subjectId, line });
    await refreshNewest({ tx, subjectId, known: { line, newest } });
    await refreshInventory({ tx, subjectId, line, newest });
  }
  const next =
    created && newest !== release.id
      ? await findNextRelease({ tx, release })
      : undefined;
  await askForJudgement({
    tx,
    releaseIds: next === undefined ? [release.id] : [release.id, next],
    now,
  });
  await appendEvent({
    tx,
    type: 'evidence-accepted',
    at: now,
    subject,
    release,
    facts: {
      evidence: evidence.uid,
      receipt: arrival.uid,
      digest: `sha256:${sha256}`,
      size: arrival.size,
      kind: arrival.kind,
      stream: arrival.stream,
      signs: arrival.signs,
      signature: arrival.assessment?.state ?? 'none',
      trustPolicy: arrival.assessment?.policyDigest,
      retainUntil: new Date(expiresAt).toISOString(),
    },
  });
  return {
    releaseId: release.id,
    releaseUid: release.uid,
    evidenceUid: evidence.uid,
    readingId,
  };
}

async function keepBytesAndReading(
  tx: Knex.Transaction,
  arrival: Arrival,
  expiresAt: number,
): Promise<number> {
  const { reading, stored, sha256, fragment, set, assessment, now } = arrival;
  if (stored) {
    await keepArtifact({
      tx,
      ...arrival,
      storedSize: stored.storedSize,
      storeKey: stored.key,
      expiresAt,
    });
  } else {
    await extendArtifact({ tx, sha256, expiresAt });
  }
  const readingId =
    'id' in reading
      ? reading.id
      : await keepReading({
          tx,
          sha256,
          readerVersion: READER_VERSION,
          hintKind: reading.hintKind,
          summary: summarise(fragment),
          packed: reading.packed,
        });
  if (assessment) {
    const { signs: about } = arrival;
    await keepVerification({ tx, sha256, about, assessment, now });
  }
  if (set) await keepComponentSet({ tx, readingId, set });
  return readingId;
}

async function insertEvidence(
  tx: Knex.Transaction,
  arrival: Arrival,
  promised: ArrivalPromise,
  releaseId: number,
  readingId: number,
): Promise<{ id: number; uid: string }> {
  const facts = placementFacts(arrival.fragment);
  const uid = randomUUID();
  const [{ id }] = await tx('evidence')
    .insert({
      uid,
      release_id: releaseId,
      reading_id: readingId,
      sha256: arrival.sha256,
      kind: arrival.kind,
      stream: arrival.stream,
      signs: arrival.signs ?? null,
      file_name: fitOptional(arrival.fileName, 255),
      signature: JSON.stringify(facts.signature),
      bound: JSON.stringify(facts.bound),
      trust: JSON.stringify(facts.trust),
      received_at: arrival.now,
      received_type: arrival.sender.principal.type,
      received_ref: fit(arrival.sender.principal.ref, 255),
      ...promised.evidence,
      receipt_policy_digest: arrival.assessment?.policyDigest ?? null,
    })
    .returning('id');
  await tx('retention_promise').insert(
    promised.rows.map(row => ({ ...row, evidence_id: id })),
  );
  return { id, uid };
}
