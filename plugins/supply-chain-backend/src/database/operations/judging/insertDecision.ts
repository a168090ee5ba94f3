import { randomUUID } from 'node:crypto';
import { RuleResult } from '@hotpass/backstage-plugin-supply-chain-common';
import { Judgement } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { ReleaseRow, SubjectRow } from '../../rows';

/** Keeps a decision and makes it the release's current one. */
export async function insertDecision(options: {
  tx: Knex.Transaction;
  subject: SubjectRow;
  release: ReleaseRow;
  comparedReleaseId?: number;
  judgement: Judgement;
  rules: RuleResult[];
  inputs: { evidenceId: string; digest: string }[];
  now: number;
}): Promise<{ id: number; uid: string; newViolations: number }> {
  const { tx, subject, release, judgement, rules, now } = options;
  const uid = randomUUID();
  const newViolations = rules.filter(rule => rule.isNew).length;
  await tx('decision').insert({
    uid,
    release_id: release.id,
    compared_release_id: options.comparedReleaseId ?? null,
    verdict: judgement.verdict,
    mode: subject.mode,
    enforced_from: subject.enforced_from ?? null,
    collection: judgement.collection,
    policy_digest: judgement.policyDigest,
    data_digest: judgement.dataDigest,
    facts_digest: judgement.factsDigest,
    inputs: JSON.stringify(options.inputs),
    counts: JSON.stringify({ ...judgement.counts, newViolations }),
    rules: JSON.stringify(rules),
    error: judgement.error ? JSON.stringify(judgement.error) : null,
    judged_at: now,
  });
  const { id } = await tx('decision').where({ uid }).first('id');
  await tx('release').where({ id: release.id }).update({ decision_id: id });
  return { id, uid, newViolations };
}
