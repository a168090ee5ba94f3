import { Bundle, bundleFromJSON } from '@sigstore/bundle';
import { HashAlgorithm } from '@sigstore/protobuf-specs';
import { SignedEntity, toSignedEntity } from '@sigstore/verify';
import { isDeepStrictEqual } from 'node:util';
import { openEnvelope } from '../formats/dsse';
import { arrayAt, JsonObject, objectAt } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { CheckFailed } from './CheckList';
import { digestVerifier } from './digestSignature';
import { rememberBytes } from './rememberBytes';
import { SignedArtifact } from './types';

/** A bundle as the library sees it, and what it is over. */
export interface OpenedBundle {
  entity: SignedEntity;
  /** Of an envelope. */
  payload?: { type: string; bytes: Uint8Array };
  /** SHA-256 of the file that was signed, where only that is known of it. */
  fileDigest?: Buffer;
}

/** Check 1 of a Sigstore bundle, v0.1 to v0.3. */
export function toEntity(
  json: JsonObject,
  artifact: SignedArtifact | undefined,
): OpenedBundle {
  const envelope = objectAt(json, 'dsseEnvelope');
  if (envelope && arrayAt(envelope, 'signatures').length !== 1) {
    throw unreadable('The envelope of a bundle has exactly one signature.');
  }
  if (!envelope && !artifact?.bytes && !artifact?.digest.sha256) {
    throw new CheckFailed(
      'format',
      'It signs a file, and the file is not there.',
      'Name the file that was signed.',
      true,
    );
  }
  try {
    const bundle = bundleFromJSON(json);
    requireSoundEntries(bundle);
    if (envelope) {
      const payload = strictPayload(envelope, bundle);
      return { entity: entityOf(bundle), payload };
    }
    if (!artifact?.bytes) return ofDigest(bundle);
    return { entity: entityOf(bundle, Buffer.from(artifact.bytes)) };
  } catch (error) {
    if (error instanceof CheckFailed) throw error;
    throw unreadable(
      error instanceof EvidenceError
        ? error.message
        : 'It is no Sigstore bundle of a known version.',
    );
  }
}

function entityOf(bundle: Bundle, artifact?: Buffer): SignedEntity {
  const entity = toSignedEntity(bundle, artifact);
  if (entity.key.$case === 'certificate') rememberBytes(entity.key.certificate);
  return entity;
}

/** A bundle over a file that is not here: its signature is checked over the digest. */
function ofDigest(bundle: Bundle): OpenedBundle {
  const { content } = bundle;
  const { algorithm, digest } =
    content.$case === 'messageSignature'
      ? content.messageSignature.messageDigest
      : {};
  if (algorithm !== HashAlgorithm.SHA2_256 || digest?.length !== 32) {
    throw new CheckFailed(
      'format',
      'It does not name the file that it signs by SHA-256.',
      'Name the file that was signed.',
      true,
    );
  }
  const entity = entityOf(bundle);
  const { signature } = entity.signature;
  return {
    fileDigest: digest,
    entity: withVerifySignature(entity, key => {
      const verify = digestVerifier(key);
      if (verify) return verify(digest, signature);
      throw needsFile();
    }),
  };
}

/** Whether a signature over a file can be checked without it is the algorithm's to say. */
export function needsFile(): CheckFailed {
  return new CheckFailed(
    'signature',
    'Signatures of this kind of key can only be checked with the file itself.',
    'Check it where the file is, or sign with ECDSA P-256.',
    true,
  );
}

/** The same entity, whose signature is checked in another way. */
export function withVerifySignature(
  entity: SignedEntity,
  verifySignature: SignedEntity['signature']['verifySignature'],
): SignedEntity {
  const { signature } = entity;
  return {
    ...entity,
    signature: {
      signature: signature.signature,
      compareDigest: digest => signature.compareDigest(digest),
      compareSignedDigest: digest => signature.compareSignedDigest(digest),
      compareSignature: other => signature.compareSignature(other),
      verifySignature,
    },
  };
}

// The library decodes base64 leniently: what is parsed later must be what it checked
function strictPayload(envelope: JsonObject, { content }: Bundle) {
  const opened = openEnvelope(envelope, '/dsseEnvelope');
  if (
    content.$case !== 'dsseEnvelope' ||
    !content.dsseEnvelope.payload.equals(opened.payload) ||
    content.dsseEnvelope.payloadType !== opened.payloadType
  ) {
    throw unreadable('Two readers would see two payloads.');
  }
  return { type: opened.payloadType, bytes: opened.payload };
}

// One entry twice would count as two logs, and a time that is none compares with nothing
function requireSoundEntries({ verificationMaterial }: Bundle): void {
  const { tlogEntries } = verificationMaterial;
  for (const { integratedTime = '', logIndex } of tlogEntries) {
    if (!/^\d{0,12}$/.test(integratedTime)) {
      throw unreadable('The time of a log entry is no time.');
    }
    // In any other spelling it would be another entry below, and the same in the log
    if (!/^(0|[1-9]\d{0,18})$/.test(logIndex)) {
      throw unreadable('The index of a log entry is no number.');
    }
  }
  const entries = tlogEntries.map(({ logId, logIndex }) => ({
    log: logId?.keyId,
    logIndex,
  }));
  const twice = entries.some((entry, at) =>
    entries.slice(at + 1).some(other => isDeepStrictEqual(entry, other)),
  );
  if (twice) throw unreadable('One log entry is given twice.');
}

function unreadable(message: string): CheckFailed {
  return new CheckFailed(
    'format',
    message,
    'Send the bundle as the signing tool wrote it.',
  );
}
