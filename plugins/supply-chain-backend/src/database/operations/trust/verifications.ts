import { SignedAssessment } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';

/** What checking artifacts under policies told, by `keyOf` of both. */
export async function findVerifications(options: {
  tx: Knex;
  sha256s: string[];
  policyDigests: string[];
}): Promise<Map<string, { assessment: SignedAssessment; at: number }>> {
  const { tx, sha256s, policyDigests } = options;
  if (sha256s.length === 0) return new Map();
  const rows = await tx('verification')
    .whereIn('sha256', sha256s)
    .whereIn('policy_digest', policyDigests)
    .select('sha256', 'policy_digest', 'about', 'assessment', 'verified_at');
  return new Map(
    rows.map(row => [
      keyOf(row.sha256, row.policy_digest, row.about),
      {
        assessment: JSON.parse(row.assessment) as SignedAssessment,
        at: Number(row.verified_at),
      },
    ]),
  );
}

/** What of a detached signature was checked is part of it; see `aboutOf`. */
export function keyOf(
  sha256: string,
  policyDigest: string,
  about: string = '',
): string {
  return `${sha256} ${policyDigest} ${about}`;
}

/** A function of bytes, what they sign and policy: whoever came first has said it all. */
export async function keepVerification(options: {
  tx: Knex;
  sha256: string;
  /** Of a detached signature: what it was checked over. */
  about?: string;
  assessment: SignedAssessment;
  now: number;
}): Promise<void> {
  const { tx, sha256, about = '', assessment, now } = options;
  await tx('verification')
    .insert({
      sha256,
      policy_digest: assessment.policyDigest,
      about,
      assessment: JSON.stringify(assessment),
      verified_at: now,
    })
    .onConflict(['sha256', 'policy_digest', 'about'])
    .ignore();
}
