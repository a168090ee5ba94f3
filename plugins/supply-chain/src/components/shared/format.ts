import { parseEntityRef } from '@backstage/catalog-model';
import { DateTime } from 'luxon';

/** `1,658` in the reader's locale. */
export function formatNumber(value: number): string {
  return value.toLocaleString();
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes in decimal units, as file managers show them: `2.1 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString(undefined, {
    maximumFractionDigits: digits,
  })} ${UNITS[unit]}`;
}

/** `9f2c41…e1b0` of `sha256:<hex>`; for display only, never for comparing. */
export function shortDigest(digest: string): string {
  const hex = digest.slice(digest.indexOf(':') + 1);
  return hex.length > 14 ? `${hex.slice(0, 6)}…${hex.slice(-4)}` : hex;
}

/** `3 hours ago`. */
export function relativeTime(iso: string): string {
  return DateTime.fromISO(iso).toRelative() ?? iso;
}

/** `3 days`, without saying ago. */
export function elapsed(iso: string): string {
  const from = DateTime.fromISO(iso);
  if (!from.isValid) return iso;
  const now = DateTime.now();
  for (const unit of ['years', 'months', 'days', 'hours', 'minutes'] as const) {
    const value = Math.floor(now.diff(from, unit).as(unit));
    if (value >= 1) {
      return DateTime.now()
        .diff(from, unit)
        .mapUnits(() => value)
        .toHuman({ unitDisplay: 'long' });
    }
  }
  return DateTime.now().minus({ minutes: 1 }).toRelative() ?? iso;
}

/** Date and time with the zone, for titles and evidence. */
export function absoluteTime(iso: string): string {
  const at = DateTime.fromISO(iso);
  return at.isValid ? at.toLocaleString(DateTime.DATETIME_FULL) : iso;
}

/** `23 Nov 2027`, in the reader's locale. */
export function formatDate(iso: string): string {
  const at = DateTime.fromISO(iso);
  return at.isValid ? at.toLocaleString(DateTime.DATE_MED) : iso;
}

/**
 * The shortest name that still tells entities apart for a reader: the kind is
 * dropped, and the namespace when it is the default one.
 */
export function refName(entityRef: string): string {
  try {
    const { namespace, name } = parseEntityRef(entityRef, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    return namespace.toLocaleLowerCase('en-US') === 'default'
      ? name
      : `${namespace}/${name}`;
  } catch {
    return entityRef;
  }
}

/** A version as pages show it; a change's `<pr>@<head sha>` keeps 7 of the sha. */
export function shortVersion(release: {
  version: string;
  channel?: 'release' | 'change';
}): string {
  return release.channel === 'change'
    ? release.version.replace(/@([0-9a-f]{7})[0-9a-f]+$/, '@$1')
    : release.version;
}
