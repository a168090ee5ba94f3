import { OpenedEnvelope, openEnvelope } from '../formats/dsse';
import { JsonObject } from '../json';
import { checkIdentity, checkPayload, checkSubject } from './checkContent';
import { CheckFailed, CheckList } from './CheckList';
import { preAuthEncoding } from './pae';
import { VerifyKey } from './readKey';
import { Signer, Verification } from './types';
import type { VerifyOptions } from './VerifyOptions';

/** Each is tried with each key. */
const MAX_SIGNATURES = 32;

/**
 * A bare DSSE envelope, against public keys. `keyid` is a hint that nobody signed, so
 * every key is tried, and one good signature is enough: that is all that others add.
 */
export function verifyEnvelope(
  envelope: JsonObject,
  options: VerifyOptions,
  list = new CheckList(),
): Verification {
  return list.run(() =>
    verifyOpenedEnvelope(openEnvelope(envelope), options, list),
  );
}

/** The same of an envelope that was opened before; inside of `list.run`. */
export function verifyOpenedEnvelope(
  { payload, payloadType, signatures }: OpenedEnvelope,
  options: VerifyOptions,
  list: CheckList,
) {
  if (signatures.length === 0) {
    throw new CheckFailed(
      'format',
      'The envelope has no signature.',
      'Sign it, or send the document without an envelope.',
    );
  }
  if (signatures.length > MAX_SIGNATURES) {
    throw new CheckFailed(
      'format',
      `The envelope has ${signatures.length} signatures, ${MAX_SIGNATURES} are looked at.`,
      'Send it with the signatures that matter.',
    );
  }
  list.note('format', 'passed', 'A DSSE envelope.');
  const signed = preAuthEncoding(payloadType, payload);
  const key = options.keys.find(one =>
    signatures.some(({ sig }) => holds(one, signed, sig)),
  );
  if (key) list.signer = { type: 'key', keyId: key.id };
  for (const check of ['time', 'log'] as const) {
    if ((options.require?.[check] ?? 0) > 0) {
      throw new CheckFailed(
        check,
        'A bare envelope has neither a trusted time nor a log entry.',
        'Sign it as a Sigstore bundle.',
      );
    }
    list.note(check, 'absent');
  }
  list.note('sct', 'absent');
  if (options.keys.length === 0) {
    throw new CheckFailed(
      'signer',
      'There is no key to check it with.',
      'Give the public key of whoever signed it.',
    );
  }
  if (!key) {
    throw new CheckFailed(
      'signature',
      'No signature fits these bytes and any of the keys.',
      'Send what the signer wrote, byte for byte, and check that the key is theirs.',
    );
  }
  list.note('signer', 'passed', `The key ${key.id} is known.`);
  list.note('signature', 'passed');
  const signer: Signer = { type: 'key', keyId: key.id };
  const content = { type: payloadType, bytes: payload };
  checkSubject(list, checkPayload(list, content), options.artifact);
  checkIdentity(list, signer, undefined);
  return { signer, payload: content };
}

function holds(key: VerifyKey, signed: Uint8Array, signature: string): boolean {
  try {
    return key.verify(signed, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
