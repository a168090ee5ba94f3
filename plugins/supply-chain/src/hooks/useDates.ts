import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useLocale } from './useLocale';

/** Dates as the pages write them. What is no date is shown as it came. */
export interface Dates {
  /** `12 November 2026`, without the year if it is this one. */
  day: (iso: string) => string;
  /** `12:04` today, else the day and the time. */
  moment: (iso: string) => string;
  /** `3 hours ago`. */
  ago: (iso: string) => string;
  /** `3 days`, without saying ago. */
  elapsed: (iso: string) => string;
  /** Date and time with the zone, for titles and evidence. */
  full: (iso: string) => string;
}

const STEPS = ['years', 'months', 'days', 'hours', 'minutes'] as const;

function elapsedSince(from: DateTime) {
  const now = DateTime.now();
  for (const unit of STEPS) {
    const value = Math.floor(now.diff(from, unit).as(unit));
    if (value >= 1 || unit === 'minutes') {
      return now
        .diff(from, unit)
        .mapUnits(() => Math.max(value, 1))
        .reconfigure({ locale: from.locale ?? undefined })
        .toHuman({ unitDisplay: 'long' });
    }
  }
  return undefined;
}

/** Writes dates in the language of the app. */
export function useDates(): Dates {
  const locale = useLocale();
  return useMemo(() => {
    const written =
      (write: (at: DateTime) => string | null | undefined) => (iso: string) => {
        const at = DateTime.fromISO(iso, { locale });
        return (at.isValid && write(at)) || iso;
      };
    const day = (at: DateTime) =>
      at.toLocaleString({
        day: 'numeric',
        month: 'long',
        ...(at.hasSame(DateTime.now(), 'year') ? {} : { year: 'numeric' }),
      });
    const time = (at: DateTime) => at.toLocaleString(DateTime.TIME_24_SIMPLE);
    return {
      day: written(day),
      moment: written(at =>
        at.hasSame(DateTime.now(), 'day')
          ? time(at)
          : `${day(at)}, ${time(at)}`,
      ),
      ago: written(at => at.toRelative()),
      elapsed: written(elapsedSince),
      full: written(at => at.toLocaleString(DateTime.DATETIME_FULL)),
    };
  }, [locale]);
}
