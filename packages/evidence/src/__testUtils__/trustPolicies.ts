import { generateKeyPairSync } from 'node:crypto';
import { LoadedTrustPolicy, readTrustPolicy } from '../trust/readTrustPolicy';
import { TrustLine, TrustPolicy } from '../trust/TrustPolicy';

/** A line for releases of `acme/shop`, as `githubJob()` signs them. */
export function aJobLine(more: Partial<TrustLine> = {}): TrustLine {
  return {
    id: 'release',
    signer: {
      type: 'certificate',
      root: 'private',
      issuer: 'https://token.actions.githubusercontent.com',
      identity:
        'https://github.com/acme/shop/.github/workflows/release.yml@refs/tags/*',
      source: {
        repositoryId: '4711',
        refs: ['refs/tags/*'],
        triggers: ['release', 'push'],
      },
    },
    require: { log: 1, sct: 1, time: 1 },
    predicateTypes: ['https://slsa.dev/provenance/*'],
    entities: ['component:default/shop'],
    ...more,
  };
}

/** A line for who has one of these keys. */
export function aKeyLine(
  keys: string[],
  more: Partial<TrustLine> = {},
): TrustLine {
  return {
    id: 'key',
    signer: { type: 'key', keys },
    require: { log: 0, sct: 0, time: 0 },
    predicateTypes: ['*'],
    entities: ['component:default/shop'],
    ...more,
  };
}

export function aTrustPolicy(more: Partial<TrustPolicy> = {}): TrustPolicy {
  return {
    schema: 'https://hotpass.github.io/supply-chain/trust-policy/v1',
    roots: [],
    keys: [],
    lines: [],
    adoption: [],
    ...more,
  };
}

/** A policy of this root, called `private`, and these lines. */
export function policyOf(
  root: Record<string, unknown>,
  lines: TrustLine[],
  keys: TrustPolicy['keys'] = [],
): LoadedTrustPolicy {
  const roots = [{ name: 'private', root }];
  return readTrustPolicy(aTrustPolicy({ roots, keys, lines }));
}

/** A key pair in PEM. */
export function aKeyPair(type: 'p256' | 'p384' | 'ed25519' | 'rsa' = 'p256'): {
  publicPem: string;
  privatePem: string;
} {
  const { publicKey, privateKey } = generate(type);
  return {
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

function generate(type: 'p256' | 'p384' | 'ed25519' | 'rsa') {
  switch (type) {
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    default:
      return generateKeyPairSync('ec', {
        namedCurve: type === 'p256' ? 'prime256v1' : 'secp384r1',
      });
  }
}
