import { resolve } from 'node:path';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { DEFAULT_CLASS } from '../retention/classes/types';
import { readRetentionClass } from './readRetentionClass';
import { RetentionConfig } from './RetentionConfig';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SETTINGS = [
  'default',
  'classes',
  'liveAfterGone',
  'run',
  'scrub',
  'journal',
  'accesses',
];

/** A plain duration, as it was at first, is the default class alone. */
export function readRetention(
  config: Config | undefined,
  storeDirectory: string,
): RetentionConfig {
  const settings = hasSettings(config)
    ? config!.getConfig('retention')
    : undefined;
  const duration = (key: string, otherwise: number) =>
    readDuration(settings, key) ?? otherwise;
  const plain =
    settings === undefined ? readDuration(config, 'retention') : undefined;
  const classes = settings?.getOptionalConfigArray('classes') ?? [];
  return {
    classes: unique([
      {
        name: DEFAULT_CLASS,
        definition: {
          match: {},
          start: 'receipt',
          minimumMs: plain ?? duration('default', 365 * DAY),
          insteadOfDefault: false,
        },
      },
      ...classes.map(readRetentionClass),
    ]),
    liveAfterGoneMs: duration('liveAfterGone', 90 * DAY),
    run: {
      intervalMs: atLeast(
        duration('run.interval', 6 * HOUR),
        1000,
        'run.interval',
      ),
      graceMs: duration('run.grace', 7 * DAY),
      rate: atLeast(
        settings?.getOptionalNumber('run.rate') ?? 1000,
        1,
        'run.rate',
      ),
      dryRun: settings?.getOptionalBoolean('run.dryRun') ?? false,
      alarm: {
        share: atLeast(
          settings?.getOptionalNumber('run.alarm.share') ?? 0.1,
          0,
          'run.alarm.share',
        ),
        atLeast: atLeast(
          settings?.getOptionalNumber('run.alarm.atLeast') ?? 100,
          0,
          'run.alarm.atLeast',
        ),
      },
    },
    scrub: {
      windowMs: atLeast(
        duration('scrub.window', 30 * DAY),
        1000,
        'scrub.window',
      ),
      bytesPerSecond: atLeast(
        settings?.getOptionalNumber('scrub.bytesPerSecond') ?? 16 * 1024 * 1024,
        1,
        'scrub.bytesPerSecond',
      ),
    },
    journal: resolve(
      settings?.getOptionalString('journal') ?? `${storeDirectory}-tombstones`,
    ),
    accessesMs: duration('accesses', 365 * DAY),
  };
}

function hasSettings(config: Config | undefined): boolean {
  const value = config?.getOptional('retention');
  return (
    typeof value === 'object' &&
    value !== null &&
    (Object.keys(value).length === 0 ||
      SETTINGS.some(key => Object.hasOwn(value, key)))
  );
}

function readDuration(
  config: Config | undefined,
  key: string,
): number | undefined {
  if (!config?.has(key)) return undefined;
  return durationToMilliseconds(readDurationFromConfig(config, { key }));
}

function atLeast(value: number, least: number, key: string): number {
  if (value >= least) return value;
  throw new Error(
    `supplyChain.retention.${key} must be at least ${least}, not ${value}`,
  );
}

function unique<T extends { name: string }>(classes: T[]): T[] {
  const twice = classes.find(
    ({ name }, at) => classes.findIndex(other => other.name === name) !== at,
  );
  if (!twice) return classes;
  throw new Error(
    `supplyChain.retention.classes has '${twice.name}' twice; the default is supplyChain.retention.default`,
  );
}
