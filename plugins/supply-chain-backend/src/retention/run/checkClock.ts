const DAY = 24 * 60 * 60 * 1000;

export type ClockState = 'fine' | 'behind' | 'ahead';

/**
 * Whether the clock can be right, by the time of the last run: it must not be behind
 * it, nor so far ahead that runs would have been missed for more than a week. A wrong
 * clock would delete what is not due, and no second clock is at hand.
 */
export function checkClock(options: {
  now: number;
  /** Absent before the first run. */
  mark?: number;
  intervalMs: number;
}): ClockState {
  const { now, mark, intervalMs } = options;
  if (mark === undefined) return 'fine';
  if (now < mark) return 'behind';
  return now > mark + 2 * intervalMs + 7 * DAY ? 'ahead' : 'fine';
}
