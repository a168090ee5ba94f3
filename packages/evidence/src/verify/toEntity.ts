import { Bundle, bundleFromJSON } from '@sigstore/bundle';
import { SignedEntity, toSignedEntity } from '@sigstore/verify';
import { isDeepStrictEqual } from 'node:util';
import { openEnvelope } from '../formats/dsse';
import { arrayAt, JsonObject, objectAt } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { CheckFailed } from './CheckList';
import { SignedArtifact } from './types';

/** A bundle as the library sees it, and the payload where it has one. */
export interface OpenedBundle {
  entity: SignedEntity;
  payload?: { type: string; bytes: Uint8Array };
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
  if (!envelope && !artifact?.bytes) {
    throw new CheckFailed(
      'format',
      'It signs a file, and the file is not there.',
      'Name the file that was signed.',
    );
  }
  try {
    const bundle = bundleFromJSON(json);
    requireSoundEntries(bundle);
    const payload = envelope && strictPayload(envelope, bundle);
    const bytes = artifact?.bytes && Buffer.from(artifact.bytes);
    return { entity: toSignedEntity(bundle, bytes), payload };
  } catch (error) {
    if (error instanceof CheckFailed) throw error;
    throw unreadable(
      error instanceof EvidenceError
        ? error.message
        : 'It is no Sigstore bundle of a known version.',
    );
  }
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
