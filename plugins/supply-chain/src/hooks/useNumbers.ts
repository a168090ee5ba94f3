import { useMemo } from 'react';
import { useLocale } from './useLocale';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Numbers as the pages write them. */
export interface Numbers {
  /** `1,658`. */
  formatNumber: (value: number) => string;
  /** Decimal units, as file managers show them: `2.1 MB`. */
  formatBytes: (bytes: number) => string;
}

/** Writes numbers in the language of the app. */
export function useNumbers(): Numbers {
  const locale = useLocale();
  return useMemo(
    () => ({
      formatNumber: value => value.toLocaleString(locale),
      formatBytes: bytes => {
        let value = bytes;
        let unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
          value /= 1000;
          unit += 1;
        }
        const digits = unit === 0 || value >= 100 ? 0 : 1;
        const text = value.toLocaleString(locale, {
          maximumFractionDigits: digits,
        });
        return `${text} ${UNITS[unit]}`;
      },
    }),
    [locale],
  );
}
