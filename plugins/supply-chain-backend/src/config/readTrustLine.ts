import { Config } from '@backstage/config';
import {
  BuildExpectation,
  TrustedSigner,
  TrustLine,
} from '@hotpass/supply-chain-evidence';
import { oneOf } from './words';

/** One of `supplyChain.trust.lines`; only its shape is looked at here. */
export function readTrustLine(config: Config, key: string): TrustLine {
  const signer = readSigner(config.getConfig('signer'), `${key}.signer`);
  const material = signer.type === 'certificate' ? 1 : 0;
  const needed = (name: string) =>
    config.getOptionalNumber(`require.${name}`) ?? material;
  const build = config.getOptionalConfig('build');
  const revoked = config.getOptionalConfig('revoked');
  return {
    id: config.getString('id'),
    signer,
    require: { log: needed('log'), sct: needed('sct'), time: needed('time') },
    ...given('from', config.getOptionalString('from')),
    ...given('until', config.getOptionalString('until')),
    predicateTypes: config.getStringArray('predicateTypes'),
    entities: config.getStringArray('entities'),
    ...given('origins', config.getOptionalStringArray('origins')),
    ...given('build', build && readBuild(build, `${key}.build`)),
    ...given(
      'revoked',
      revoked && {
        reason: oneOf(
          ['retired', 'compromised'],
          revoked.getString('reason'),
          `trust.${key}.revoked.reason`,
        ),
        since: revoked.getString('since'),
      },
    ),
  };
}

function readSigner(config: Config, key: string): TrustedSigner {
  const keys = config.getOptionalStringArray('keys');
  const others = ['issuer', 'identity', 'source'].filter(name =>
    config.has(name),
  );
  if (keys) {
    // Its logs and authorities tell when something was signed with the key
    const root = config.getOptionalString('root');
    if (others.length === 0)
      return { type: 'key', keys, ...given('root', root) };
    throw new Error(
      `supplyChain.trust.${key} has keys and ${others[0]}; a signer is either a key or a certificate's identity`,
    );
  }
  const source = config.getOptionalConfig('source');
  return {
    type: 'certificate',
    root: config.getString('root'),
    issuer: config.getString('issuer'),
    identity: config.getString('identity'),
    ...given(
      'source',
      source && {
        // Text: YAML would take an id for a number, and a long one loses digits
        repositoryId: source.getString('repositoryId'),
        refs: source.getStringArray('refs'),
        triggers: source.getStringArray('triggers'),
      },
    ),
  };
}

function readBuild(config: Config, key: string): BuildExpectation {
  const level = config.getNumber('level');
  if (level !== 1 && level !== 2 && level !== 3) {
    throw new Error(`supplyChain.trust.${key}.level must be 1, 2 or 3`);
  }
  return {
    level,
    builders: config.getStringArray('builders'),
    buildTypes: config.getStringArray('buildTypes'),
    source: {
      repositories: config.getStringArray('source.repositories'),
      refs: config.getStringArray('source.refs'),
    },
    externalParameters: readParameters(config, key),
  };
}

/** Read as a whole: a JSON pointer is no key that config could address. */
function readParameters(config: Config, key: string): Record<string, string[]> {
  const named = config.getOptional('externalParameters') ?? {};
  for (const [pointer, globs] of Object.entries(named)) {
    const isList =
      Array.isArray(globs) && globs.every(glob => typeof glob === 'string');
    if (!isList) {
      throw new Error(
        `supplyChain.trust.${key}.externalParameters '${pointer}' must be a list of globs`,
      );
    }
  }
  return named as Record<string, string[]>;
}

function given<K extends string, T>(
  name: K,
  value: T | undefined,
): { [key in K]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { [key in K]?: T });
}
