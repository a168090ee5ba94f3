import { DateTime } from 'luxon';

/** The date in so many days, as date fields have it: `2027-02-25`. */
export function inDays(days: number): string {
  return DateTime.now().plus({ days }).toISODate();
}

/** The end of that day here, RFC 3339; undefined for what is no date. */
export function endOf(day: string): string | undefined {
  const at = DateTime.fromISO(day).endOf('day');
  return at.isValid ? at.toUTC().toISO() : undefined;
}
