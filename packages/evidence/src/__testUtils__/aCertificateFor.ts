import { KeyObject } from 'node:crypto';

/** One value in DER. Source: ITU-T X.690, section 8. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const bytes = [Math.floor(length / 256), length % 256];
  const long = length < 256 ? [0x81, bytes[1]] : [0x82, ...bytes];
  const size = length < 128 ? [length] : long;
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const SEQUENCE = 0x30;
const one = der(0x02, Buffer.from([1]));
const algorithm = der(
  SEQUENCE,
  // ecdsa-with-SHA256
  der(0x06, Buffer.from('2a8648ce3d040302', 'hex')),
);
const time = (text: string) => der(0x17, Buffer.from(text));
const bits = (bytes: Uint8Array) => der(0x03, Buffer.from([0]), bytes);

/**
 * An X.509 certificate in PEM for a key of any kind, which no authority gave: good for
 * what looks at a certificate's key and at no chain.
 */
export function aCertificateFor(key: KeyObject): string {
  const nobody = der(SEQUENCE);
  const toBeSigned = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))),
    one,
    algorithm,
    nobody,
    der(SEQUENCE, time('260101000000Z'), time('260101001000Z')),
    nobody,
    key.export({ format: 'der', type: 'spki' }),
  );
  const signature = bits(der(SEQUENCE, one, one));
  const base64 = der(SEQUENCE, toBeSigned, algorithm, signature);
  return `-----BEGIN CERTIFICATE-----\n${base64.toString(
    'base64',
  )}\n-----END CERTIFICATE-----\n`;
}
