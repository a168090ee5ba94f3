import { JsonObject, objectAt, stringAt } from '../../json';

/** Base64 of 32 bytes. */
const SHA256 = /^[A-Za-z0-9+/]{43}=$/;

/** `sha256:<hex>` of the file that a Sigstore bundle says it signs, if it does. */
export function fileOfBundle(bundle: JsonObject): string | undefined {
  const signed = objectAt(
    objectAt(bundle, 'messageSignature'),
    'messageDigest',
  );
  const digest = stringAt(signed, 'digest') ?? '';
  return stringAt(signed, 'algorithm') === 'SHA2_256' && SHA256.test(digest)
    ? `sha256:${Buffer.from(digest, 'base64').toString('hex')}`
    : undefined;
}
