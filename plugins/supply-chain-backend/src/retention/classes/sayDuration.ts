const DAY = 24 * 60 * 60 * 1000;

/** A duration as people say it: `3 years`, `30 days`, `2.5 days`. */
export function sayDuration(ms: number): string {
  const days = ms / DAY;
  if (days >= 365 && days % 365 === 0) return plural(days / 365, 'year');
  return plural(Math.round(days * 100) / 100, 'day');
}

function plural(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}
