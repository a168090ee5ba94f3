import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { rawRows } from '../../raw';

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
    .map(allowance => {
      const key = keyOf(allowance, now);
      return { allowance, key, endsAt: key.starts_at + allowance.spanMs };
    })
    .sort((a, b) => (a.key.counter < b.key.counter ? -1 : 1));
  // A new counter is never compared with its limit below
  const small = rows.find(({ allowance }) => amount > allowance.limit);
  if (small || rows.length === 0) return small;
  try {
    await options.tx.transaction(async tx => {
      const taken = new Set(await addWhereRoom(tx, rows, amount));
      const full = rows.find(({ key }) => !taken.has(key.counter));
      if (full) throw new Full(full);
    });
    return undefined;
  } catch (error) {
    if (error instanceof Full) return error.reached;
    throw error;
  }
}

/** In one statement for all of them; the counters that had room. */
async function addWhereRoom(
  tx: Knex.Transaction,
  rows: readonly (Reached<Allowance> & { key: ReturnType<typeof keyOf> })[],
  amount: number,
): Promise<string[]> {
  const values = rows.map(() => '(?, ?, ?, ?)').join(', ');
  const limits = rows.map(() => 'when ? then cast(? as bigint)').join(' ');
  const taken = await rawRows<{ counter: string }>(
    tx,
    `insert into usage (counter, starts_at, ends_at, used) values ${values}
     on conflict (counter, starts_at) do update set used = usage.used + excluded.used
      where usage.used <= case usage.counter ${limits} end
     returning counter`,
    [
      ...rows.flatMap(({ key, endsAt }) => [
        key.counter,
        key.starts_at,
        endsAt,
        amount,
      ]),
      ...rows.flatMap(({ key, allowance }) => [
        key.counter,
        allowance.limit - amount,
      ]),
    ],
  );
  return taken.map(({ counter }) => counter);
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
