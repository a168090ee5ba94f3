import { resolve } from 'node:path';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, JsonObject } from '@backstage/types';
import { readGrants } from './readGrants';
import { readPipelines } from './readPipelines';
import { readRetention } from './readRetention';
import { readScope } from './readScope';
import { readStages } from './readStages';
import { readTrust } from './readTrust';
import { SupplyChainConfig } from './SupplyChainConfig';

const SECOND = 1000;
const GIB = 1024 ** 3;
const DAY = 24 * 60 * 60 * SECOND;

/** Parses and checks `supplyChain`; throws at start for what cannot be meant. */
export function readConfig(root: Config): SupplyChainConfig {
  const config = root.getOptionalConfig('supplyChain');
  const number = (key: string, otherwise: number) =>
    readPositive(config, key) ?? otherwise;
  const duration = (key: string, otherwise: number) =>
    config?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : otherwise;
  const maxConcurrentIntakes = number('limits.maxConcurrentIntakes', 8);
  const storeDirectory = resolve(
    config?.getOptionalString('store.directory') ??
      'data/artifacts/supply-chain',
  );
  return {
    storeDirectory,
    limits: {
      maxBytes: number('limits.maxBytes', 128 * 1024 * 1024),
      maxDepth: number('limits.maxDepth', 64),
      maxNodes: number('limits.maxNodes', 5_000_000),
      maxReadingBytes: number('limits.maxReadingBytes', 16_777_216),
      maxConcurrentIntakes,
      maxConcurrentIntakesPerPrincipal: number(
        'limits.maxConcurrentIntakesPerPrincipal',
        Math.ceil(maxConcurrentIntakes / 4),
      ),
      bodyIdleTimeoutMs: duration('limits.bodyIdleTimeout', 30 * SECOND),
      answerDeadlineMs: duration('limits.answerDeadline', 20 * SECOND),
      readTimeoutMs: duration('limits.readTimeout', 60 * SECOND),
      judgeTimeoutMs: duration('limits.judgeTimeout', 10 * SECOND),
      rate: {
        perPrincipal: number('limits.rate.perPrincipal', 600),
        perEntity: number('limits.rate.perEntity', 120),
      },
      dailyBytes: {
        perPrincipal: number('limits.dailyBytes.perPrincipal', 20 * GIB),
        perEntity: number('limits.dailyBytes.perEntity', 5 * GIB),
      },
    },
    workers: number('workers', 1),
    retention: readRetention(config, storeDirectory),
    refusalRetentionMs: duration('refusalRetention', 90 * DAY),
    policy: {
      bundle: config?.getOptionalString('policy.bundle'),
      bundleDigest: config?.getOptionalString('policy.bundleDigest'),
      data: config?.getOptional<JsonObject>('policy.data'),
    },
    scope: readScope(config),
    stages: readStages(config),
    grants: readGrants(root, config),
    pipelines: readPipelines(config),
    trust: readTrust(config),
    collectorIntervalMs: duration('collectors.interval', 600 * SECOND),
    referencesIntervalMs: duration('references.interval', 86_400 * SECOND),
  };
}

function readPositive(
  config: Config | undefined,
  key: string,
): number | undefined {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && !(value >= 1)) {
    throw new Error(`supplyChain.${key} must be at least 1, not ${value}`);
  }
  return value;
}
