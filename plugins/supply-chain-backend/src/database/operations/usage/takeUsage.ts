import { createHash } from 'node:crypto';
import { Knex } from 'knex';

/** Something that may be had only so often, or so much of, in a span of time. */
export interface Allowance {
  /** What is counted, of whom. */
  counter: string;
  /** Length of the span in milliseconds; spans follow one another from the epoch on. */
  spanMs: number;
  limit: number;
}

/** A limit that is reached, and until when. */
export interface Reached<A extends Allowance> {
  allowance: A;
  endsAt: number;
}

function keyOf({ counter, spanMs }: Allowance, now: number) {
  const startsAt = Math.floor(now / spanMs) * spanMs;
  return {
    counter: createHash('sha256')
      .update(JSON.stringify([counter, spanMs]))
      .digest('hex'),
    starts_at: startsAt,
  };
}

class Full<A extends Allowance> extends Error {
  constructor(readonly reached: Reached<A>) {
    super('A limit is reached');
  }
}

/**
 * Takes the amount from every allowance, or from none and tells which is used up.
 * The rows are the counters, so that replicas count together; the order in which they
 * are locked is always the same.
 */
export async function takeUsage<A extends Allowance>(options: {
  tx: Knex;
  allowances: readonly A[];
  amount: number;
  now: number;
}): Promise<Reached<A> | undefined> {
  const { allowances, amount, now } = options;
  const rows = allowances
    .map(allowance => ({ allowance, key: keyOf(allowance, now) }))
    .sort((a, b) => (a.key.counter < b.key.counter ? -1 : 1));
  try {
    await options.tx.transaction(async tx => {
      for (const { allowance, key } of rows) {
        const endsAt = key.starts_at + allowance.spanMs;
        const full = new Full({ allowance, endsAt });
        if (amount > allowance.limit) throw full;
        const taken = await tx('usage')
          .insert({ ...key, ends_at: endsAt, used: amount })
          .onConflict(['counter', 'starts_at'])
          .merge({ used: tx.raw('?? + excluded.used', ['usage.used']) })
          .where('usage.used', '<=', allowance.limit - amount)
          .returning('used');
        if (taken.length === 0) throw full;
      }
    });
    return undefined;
  } catch (error) {
    if (error instanceof Full) return error.reached;
    throw error;
  }
}

/** The first allowance of which nothing is left; takes nothing. */
export async function findUsedUp<A extends Allowance>(options: {
  tx: Knex;
  allowances: readonly A[];
  now: number;
}): Promise<Reached<A> | undefined> {
  const { tx, allowances, now } = options;
  const keys = allowances.map(allowance => keyOf(allowance, now));
  const rows: { counter: string; used: number }[] = await tx('usage')
    .whereIn(
      ['counter', 'starts_at'],
      keys.map(key => [key.counter, key.starts_at]),
    )
    .select('counter', 'used');
  for (const [position, allowance] of allowances.entries()) {
    const key = keys[position];
    const row = rows.find(({ counter }) => counter === key.counter);
    if (row && Number(row.used) >= allowance.limit) {
      return { allowance, endsAt: key.starts_at + allowance.spanMs };
    }
  }
  return undefined;
}

export async function deleteOldUsage(options: {
  tx: Knex;
  now: number;
}): Promise<number> {
  const { tx, now } = options;
  return tx('usage').where('ends_at', '<=', now).delete();
}
