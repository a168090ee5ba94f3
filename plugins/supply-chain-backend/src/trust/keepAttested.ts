import { ReleaseTrust } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { fit } from '../database/text';

const FULL: Record<string, number> = { sha256: 64, sha512: 128 };

/** What was attested before and is not any more; only holds look at it. */
export const ONCE_ATTESTED = 'once-attested';

/**
 * Makes the attested outputs of a release those that trusted statements name now. A
 * legal hold on the digest of a build product covers its release whatever becomes of
 * its signer's trust, so the digest stays, without the name that the statement gave it.
 */
export async function keepAttested(options: {
  tx: Knex.Transaction;
  releaseId: number;
  trust: ReleaseTrust;
  now: number;
}): Promise<void> {
  const { tx, releaseId, trust, now } = options;
  const wanted = new Map<string, string>(
    trust.outputs
      .filter(({ authority }) => authority === 'attested')
      .flatMap(({ name, digest }) =>
        Object.entries(digest)
          .filter(([algorithm, hex]) => hex.length === FULL[algorithm])
          .map(([algorithm, hex]) => [`${algorithm}:${hex}`, name] as const),
      ),
  );
  const own = { release_id: releaseId, authority: 'attested' };
  const rows: { id: number; algorithm: string; digest: string }[] = await tx(
    'output',
  )
    .where(own)
    .select('id', 'algorithm', 'digest');
  const known = new Set<string>();
  for (const { id, algorithm, digest } of rows) {
    const key = `${algorithm}:${digest}`;
    if (wanted.has(key)) {
      known.add(key);
      continue;
    }
    const before = { ...own, authority: ONCE_ATTESTED };
    await tx('output')
      .insert({ ...before, name: '', algorithm, digest, created_at: now })
      .onConflict(['release_id', 'algorithm', 'digest', 'authority'])
      .ignore();
    await tx('output').where({ id }).delete();
  }
  const missing = [...wanted].filter(([key]) => !known.has(key));
  if (missing.length === 0) return;
  await tx('output').insert(
    missing.map(([key, name]) => {
      const [algorithm, digest] = key.split(':');
      return {
        ...own,
        name: fit(name, 1000),
        algorithm,
        digest,
        created_at: now,
      };
    }),
  );
}
