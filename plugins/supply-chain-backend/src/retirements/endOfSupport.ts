import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';

/**
 * An end of support as it was stated. Until one is stated, what counts from it is kept
 * without an end; so one that is over, or that was mistyped, would let evidence go at
 * once, and is refused.
 */
export function endOfSupport(stated: string, now: number): number {
  // Unlike Date, it takes no 31st of February for a day in March
  const until = DateTime.fromISO(stated, { zone: 'utc' });
  if (!until.isValid) {
    throw new InputError(
      `supportUntil: '${stated}' is no date; write 2031-12-31T00:00:00Z`,
    );
  }
  if (until.toMillis() <= now) {
    throw new InputError(
      `supportUntil: '${stated}' is over. State an end of support before it has come; without one, what counts from it is kept`,
    );
  }
  return until.toMillis();
}
