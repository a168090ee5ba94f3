import {
  SignedEntity,
  TrustMaterial,
  VerificationError,
  Verifier,
} from '@sigstore/verify';
import { JsonObject } from '../json';
import { certificateSigner } from './certificateClaims';
import {
  checkFile,
  checkIdentity,
  checkPayload,
  checkSubject,
} from './checkContent';
import { CheckFailed, CheckList } from './CheckList';
import { explain, timesOf } from './explain';
import { preAuthEncoding } from './pae';
import { VerifyKey } from './readKey';
import { authoritiesOf } from './readTrustedRoot';
import {
  needsFile,
  OpenedBundle,
  toEntity,
  withVerifySignature,
} from './toEntity';
import {
  RequiredMaterial,
  Signer,
  Verification,
  VerifyCheckName,
} from './types';
import type { VerifyOptions } from './VerifyOptions';

/** What the library checks, in its order. */
const ITS_ORDER: VerifyCheckName[] = [
  'time',
  'signer',
  'sct',
  'log',
  'signature',
];

const REMEDY: Partial<Record<VerifyCheckName, string>> = {
  time: 'Sign it with a timestamp authority or a log that your trusted root names.',
  signer:
    'Find out who signed this, and whether your trusted root or keys name them.',
  sct: 'Ask for a certificate from an authority that publishes what it issues.',
  log: 'Send the bundle with its log entry, as the signing tool wrote it.',
  signature: 'Send what the signer wrote, byte for byte.',
};

/**
 * A Sigstore bundle, offline. Cryptography is the library's; what must be there, who
 * may sign and what it speaks about are decided here.
 */
export function verifyBundle(
  json: JsonObject,
  options: VerifyOptions,
  list = new CheckList(),
): Verification {
  return list.run(() =>
    verifyOpened(toEntity(json, options.artifact), options, list),
  );
}

/** The same of a bundle that was opened before; inside of `list.run`. */
export function verifyOpened(
  opened: OpenedBundle,
  options: VerifyOptions,
  list: CheckList,
) {
  const keyless = opened.entity.key.$case === 'certificate';
  const required = requirement(options.require, keyless);
  list.note('format', 'passed', 'A Sigstore bundle.');
  if (keyless && !options.root) {
    throw new CheckFailed(
      'signer',
      'There is no trusted root to check its certificate with.',
      'Give the trusted root of the Sigstore that it was signed with.',
    );
  }
  const key = keyless ? undefined : keyOf(opened, options);
  if (key) list.signer = { type: 'key', keyId: key.id };
  const entity = checkable(opened, key, !options.root);
  const material = materialOf(options, key);
  const note = (checks: VerifyCheckName[]) =>
    noteMaterial(list, {
      given: opened.entity,
      checked: entity,
      required,
      checks,
    });
  const found = verifyWith(material, entity, required, note);
  note(ITS_ORDER);
  const signer: Signer = key
    ? { type: 'key', keyId: key.id }
    : certificateSigner(found);
  if (opened.payload) {
    const subjects = checkPayload(list, opened.payload);
    checkSubject(list, subjects, options.artifact);
  } else {
    list.note('payload', 'absent', 'It signs a file itself.');
    checkFile(list, opened.fileDigest, options.artifact);
  }
  checkIdentity(list, signer, options.expect);
  return { signer, payload: opened.payload, times: timesOf(entity) };
}

/** A certificate is short-lived: without a trusted time it says nothing. */
function requirement(
  given: Partial<RequiredMaterial> | undefined,
  keyless: boolean,
): RequiredMaterial {
  const usual = keyless ? 1 : 0;
  const { log = usual, sct = usual, time = usual } = given ?? {};
  return { log, sct: keyless ? sct : 0, time: Math.max(time, usual) };
}

// A bundle's hint names no key that anybody vouches for, so every key is tried
function keyOf(
  { entity, payload, fileDigest }: OpenedBundle,
  { keys, artifact }: VerifyOptions,
): VerifyKey {
  const { signature } = entity.signature;
  const signed = payload
    ? preAuthEncoding(payload.type, payload.bytes)
    : artifact?.bytes;
  const key = keys.find(one => {
    try {
      return fileDigest
        ? one.verifyDigest?.(fileDigest, signature)
        : signed !== undefined && one.verify(signed, signature);
    } catch {
      return false;
    }
  });
  if (key) return key;
  if (fileDigest && keys.some(one => !one.verifyDigest)) throw needsFile();
  throw keys.length === 0
    ? new CheckFailed(
        'signer',
        'There is no key to check it with.',
        'Give the public key of whoever signed it.',
      )
    : new CheckFailed(
        'signature',
        'The signature fits none of the keys.',
        'Send what the signer wrote, byte for byte, and check that the key is theirs.',
      );
}

/** What can be checked with the material at hand, signed by the key that was found. */
function checkable(
  { entity }: OpenedBundle,
  key: VerifyKey | undefined,
  rootless: boolean,
): SignedEntity {
  if (!key) return entity;
  const signed = rootless
    ? { ...entity, tlogEntries: [], timestamps: [] }
    : entity;
  // Found by checking it, in the key's own way
  return withVerifySignature(signed, () => true);
}

function materialOf(
  { root }: VerifyOptions,
  key: VerifyKey | undefined,
): TrustMaterial {
  const publicKey = () => {
    if (key) return { publicKey: key.key, validFor: () => true };
    throw new VerificationError({
      code: 'PUBLIC_KEY_ERROR',
      message: 'there is no key',
    });
  };
  if (root) return { ...authoritiesOf(root.root), publicKey };
  return {
    certificateAuthorities: [],
    timestampAuthorities: [],
    tlogs: [],
    ctlogs: [],
    publicKey,
  };
}

function verifyWith(
  material: TrustMaterial,
  entity: SignedEntity,
  required: RequiredMaterial,
  note: (checks: VerifyCheckName[]) => void,
) {
  try {
    return new Verifier(material, {
      tlogThreshold: required.log,
      ctlogThreshold: required.sct,
      timestampThreshold: required.time,
    }).verify(entity);
  } catch (error) {
    const failed = failedCheck(error);
    // It stops at the first that fails
    if (failed !== 'format')
      note(ITS_ORDER.slice(0, ITS_ORDER.indexOf(failed)));
    if (error instanceof CheckFailed) throw error;
    throw new CheckFailed(
      failed,
      explain(failed, error as Error, { material, entity, required }),
      REMEDY[failed] ?? 'Send the bundle as the signing tool wrote it.',
    );
  }
}

function failedCheck(error: unknown): VerifyCheckName {
  if (error instanceof CheckFailed) return error.check;
  // Some of what is wrong inside ends as a bare TypeError
  if (!(error instanceof VerificationError)) return 'format';
  switch (error.code) {
    case 'TIMESTAMP_ERROR':
      return 'time';
    case 'CERTIFICATE_ERROR':
      return error.message.includes('SCT') ? 'sct' : 'signer';
    case 'PUBLIC_KEY_ERROR':
      return 'signer';
    case 'SIGNATURE_ERROR':
      return 'signature';
    default:
      return 'log';
  }
}

/** Notes those of the library's checks that were made and passed, or had nothing to check. */
function noteMaterial(
  list: CheckList,
  options: {
    given: SignedEntity;
    checked: SignedEntity;
    required: RequiredMaterial;
    checks: VerifyCheckName[];
  },
): void {
  const { given, checked, required, checks } = options;
  const counts: Partial<Record<VerifyCheckName, [had: number, seen: number]>> =
    {
      time: [given.timestamps.length, timesOf(checked).length],
      log: [given.tlogEntries.length, checked.tlogEntries.length],
    };
  for (const check of checks) {
    const [had, seen] = counts[check] ?? [1, 1];
    if (check === 'sct' && given.key.$case === 'public-key') {
      list.note(check, 'absent', 'Only certificates have any.');
    } else if (check === 'sct' && required.sct === 0) {
      list.note(check, 'not-made', 'None was asked for.');
    } else if (seen > 0) {
      list.note(check, 'passed');
    } else if (had > 0) {
      list.note(check, 'not-made', 'There was nothing to check it with.');
    } else {
      list.note(check, 'absent');
    }
  }
}
