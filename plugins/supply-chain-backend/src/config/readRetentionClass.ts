import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { ClassMatch, NamedClass } from '../retention/classes/types';
import { oneOf, readEvidenceKind } from './words';

const NAME = /^[a-z0-9-]{1,63}$/;
const KEY = 'retention.classes';

export function readRetentionClass(config: Config): NamedClass {
  const name = config.getString('name');
  if (!NAME.test(name)) {
    throw new Error(
      `supplyChain.${KEY}: '${name}' is no name; a class has 1 to 63 of the characters a to z, 0 to 9 and -`,
    );
  }
  const duration = (key: string) =>
    durationToMilliseconds(readDurationFromConfig(config, { key }));
  const minimumMs = duration('minimum');
  const latestMs = config.has('latest') ? duration('latest') : undefined;
  if (latestMs !== undefined && latestMs < minimumMs) {
    throw new Error(
      `supplyChain.${KEY}: '${name}' has a latest deletion before its minimum`,
    );
  }
  const insteadOfDefault =
    config.getOptionalBoolean('insteadOfDefault') ?? false;
  return {
    name,
    definition: {
      match: readMatch(config.getOptionalConfig('match')),
      start: oneOf(
        ['receipt', 'release', 'last-supply', 'end-of-support'],
        config.getOptionalString('start') ?? 'receipt',
        `${KEY}.start`,
      ),
      minimumMs,
      ...(latestMs !== undefined && { latestMs }),
      insteadOfDefault,
    },
  };
}

function readMatch(config: Config | undefined): ClassMatch {
  const kinds = config?.getOptionalStringArray('kinds');
  const channels = config?.getOptionalStringArray('channels');
  const lines = config?.getOptionalStringArray('lines');
  const entities = config?.getOptionalConfig('entities');
  return {
    ...(kinds && {
      kinds: kinds.map(kind => readEvidenceKind(kind, `${KEY}.match.kinds`)),
    }),
    ...(channels && {
      channels: channels.map(channel =>
        oneOf(['release', 'change'], channel, `${KEY}.match.channels`),
      ),
    }),
    ...(lines && { lines }),
    ...(entities && { entities: readEntities(entities) }),
  };
}

function readEntities(config: Config): NonNullable<ClassMatch['entities']> {
  const keys = ['kind', 'namespace', 'name', 'type', 'lifecycle'] as const;
  return Object.fromEntries(
    keys.flatMap(key => {
      const glob = config.getOptionalString(key);
      return glob === undefined ? [] : [[key, glob]];
    }),
  );
}
