import { ArrivalRow } from '../database/operations/record/findArrival';
import { IntakeResult } from './types';

/** What a receipt or refusal that was written down tells of its arrival. */
export function toResult(row: ArrivalRow): IntakeResult {
  return {
    uid: row.uid,
    status: row.outcome,
    at: new Date(row.at),
    entityRef: row.entity_ref,
    principalRef: row.principal_ref,
    releaseUid: row.release_uid,
    evidenceUid: row.evidence_uid,
    judged: (row.judge_done ?? 0) >= (row.judge_asked ?? 0),
  };
}
