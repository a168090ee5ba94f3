import { arrayAt, isObject, JsonObject, stringAt, valueAt } from '../../json';
import { EvidenceError } from '../../model/EvidenceError';

/** A DSSE envelope, opened without checking any signature. @internal */
export interface OpenedEnvelope {
  payloadType: string;
  payload: Uint8Array;
  signatures: { keyid?: string; sig: string }[];
}

/**
 * Opens a DSSE envelope. The payload may be in standard or URL-safe base64; both are
 * read strictly, so that two readers cannot see two payloads.
 *
 * Source: secure-systems-lab/dsse, envelope.md.
 *
 * @throws EvidenceError with code `unreadable` and the pointer
 * @internal
 */
export function openEnvelope(
  envelope: JsonObject,
  pointer = '',
): OpenedEnvelope {
  const payload = valueAt(envelope, 'payload');
  if (typeof payload !== 'string') {
    throw unreadable('The envelope has no payload.', `${pointer}/payload`);
  }
  const bytes = decodeBase64(payload);
  if (!bytes) {
    throw unreadable('The payload is not base64.', `${pointer}/payload`);
  }
  return {
    payloadType: stringAt(envelope, 'payloadType') ?? '',
    payload: bytes,
    signatures: arrayAt(envelope, 'signatures')
      .filter(isObject)
      .map(signature => ({
        keyid: stringAt(signature, 'keyid'),
        sig: stringAt(signature, 'sig') ?? '',
      })),
  };
}

function decodeBase64(text: string): Uint8Array | undefined {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Buffer.from(standard, 'base64');
  // Node skips what is no base64; encoding again shows whether it did.
  const stripped = standard.replace(/=+$/, '');
  return bytes.toString('base64').replace(/=+$/, '') === stripped
    ? bytes
    : undefined;
}

function unreadable(message: string, pointer: string): EvidenceError {
  return new EvidenceError('unreadable', message, {
    pointer,
    remedy: 'Send the envelope as the signing tool wrote it.',
  });
}
