import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toTrustMaterial, TrustMaterial } from '@sigstore/verify';
import { arrayAt, isObject, parseJson, withDefaultLimits } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { rememberBytes } from './rememberBytes';

/** Logs and authorities to check against, as Sigstore's `trusted_root.json` has them. @public */
export interface SigstoreRoot {
  /** The parsed document. */
  readonly root: TrustedRoot;
}

const MEDIA_TYPE =
  /^application\/vnd\.dev\.sigstore\.trustedroot(\+json;version=0\.[12]|\.v0\.2\+json)$/;

/**
 * Reads a `trusted_root.json`. Every log and authority in it must say since when it
 * is valid: without a start it would be believed for all times before it was made.
 *
 * Source: sigstore/protobuf-specs, sigstore_trustroot.proto.
 *
 * @throws EvidenceError with the place
 * @public
 */
export function readTrustedRoot(bytes: Uint8Array): SigstoreRoot {
  const { value, ambiguities } = parseJson(bytes, withDefaultLimits({}));
  if (ambiguities.length > 0) throw refused('This is no trusted root.', '');
  return trustedRootOf(value);
}

/** The same of a parsed document. @throws EvidenceError with the place */
export function trustedRootOf(value: unknown): SigstoreRoot {
  if (!isObject(value)) throw refused('This is no trusted root.', '');
  if (!MEDIA_TYPE.test(String(value.mediaType))) {
    throw refused('This is no trusted root of a known version.', '/mediaType');
  }
  for (const list of ['tlogs', 'ctlogs']) {
    for (const [at, log] of arrayAt(value, list).entries()) {
      requireStart((log as any)?.publicKey, `/${list}/${at}/publicKey`);
    }
  }
  for (const list of ['certificateAuthorities', 'timestampAuthorities']) {
    for (const [at, authority] of arrayAt(value, list).entries()) {
      requireStart(authority, `/${list}/${at}`);
    }
  }
  try {
    const root = TrustedRoot.fromJSON(value);
    // What cannot be used is told now, not when the first document comes
    authoritiesOf(root);
    return { root };
  } catch (error) {
    throw refused(`This is no trusted root: ${(error as Error).message}`, '');
  }
}

type Authorities = Omit<TrustMaterial, 'publicKey'>;
const READ = new WeakMap<TrustedRoot, Authorities>();

/** Its keys and certificates, parsed once. */
export function authoritiesOf(root: TrustedRoot): Authorities {
  const known = READ.get(root);
  if (known) return known;
  const authorities = toTrustMaterial(root);
  for (const { certChain } of [
    ...authorities.certificateAuthorities,
    ...authorities.timestampAuthorities,
  ]) {
    for (const certificate of certChain) rememberBytes(certificate);
  }
  READ.set(root, authorities);
  return authorities;
}

function requireStart(holder: unknown, pointer: string): void {
  const start = (holder as any)?.validFor?.start;
  if (typeof start === 'string' && !Number.isNaN(Date.parse(start))) return;
  throw refused(
    'It is not said since when this is valid.',
    `${pointer}/validFor/start`,
  );
}

function refused(message: string, pointer: string): EvidenceError {
  return new EvidenceError('unreadable', message, {
    pointer,
    remedy:
      'Give the trusted_root.json of your Sigstore as its operator made it.',
  });
}
