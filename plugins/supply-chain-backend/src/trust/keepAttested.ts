import { ReleaseTrust } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { inChunks } from '../database/raw';
import { fit } from '../database/text';

const FULL: Record<string, number> = { sha256: 64, sha512: 128 };

// Engines limit the parameters of one statement
const ROWS = 100;

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
  const keyOf = (row: { algorithm: string; digest: string }) =>
    `${row.algorithm}:${row.digest}`;
  const known = new Set(rows.map(keyOf));
  const gone = rows.filter(row => !wanted.has(keyOf(row)));
  for (const chunk of inChunks(gone, ROWS)) {
    await tx('output')
      .insert(
        chunk.map(({ algorithm, digest }) => ({
          ...own,
          authority: ONCE_ATTESTED,
          name: '',
          algorithm,
          digest,
          created_at: now,
        })),
      )
      .onConflict(['release_id', 'algorithm', 'digest', 'authority'])
      .ignore();
    const ids = chunk.map(({ id }) => id);
    await tx('output').whereIn('id', ids).delete();
  }
  const missing = [...wanted].filter(([key]) => !known.has(key));
  for (const chunk of inChunks(missing, ROWS)) {
    await tx('output').insert(
      chunk.map(([key, name]) => {
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
}
