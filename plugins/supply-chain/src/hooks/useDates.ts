import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { useMemo } from 'react';

/** Dates as the pages write them. */
export interface Dates {
  /** `12 November 2026`, without the year if it is this one. */
  day: (iso: string) => string;
  /** `12:04` today, else the day and the time. */
  moment: (iso: string) => string;
  /** `3 hours ago`. */
  ago: (iso: string) => string;
}

/** Writes dates in the language of the app; English days come first. */
export function useDates(): Dates {
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language;
    const parse = (iso: string) => DateTime.fromISO(iso, { locale });
    const day = (iso: string) =>
      parse(iso).toLocaleString({
        day: 'numeric',
        month: 'long',
        ...(parse(iso).hasSame(DateTime.now(), 'year')
          ? {}
          : { year: 'numeric' }),
      });
    const time = (iso: string) =>
      parse(iso).toLocaleString(DateTime.TIME_24_SIMPLE);
    return {
      day,
      moment: iso =>
        parse(iso).hasSame(DateTime.now(), 'day')
          ? time(iso)
          : `${day(iso)}, ${time(iso)}`,
      ago: iso => parse(iso).toRelative() ?? day(iso),
    };
  }, [language]);
}
