/*
 * A signature that lies beside its file is no format: base64 as cosign writes it, or the
 * bytes themselves. With a certificate, that of the signer follows in the same document,
 * as `cat app.sig app.pem` gives it, so that both arrive at once and are kept as they
 * were. Certificates begin where PEM does, or where base64 of PEM does: 27 bytes are
 * 36 characters of it, whatever follows.
 */
const BEGIN = '-----BEGIN CERTIFICATE-----';
const BEGINNINGS = [BEGIN, Buffer.from(BEGIN).toString('base64')];

/** What a detached signature consists of, each as it was written. */
export interface SignatureParts {
  signature: Uint8Array;
  /** The signer's; those behind it are in it too. */
  certificate?: Uint8Array;
}

/** Tells signature and certificate apart. */
export function splitSignature(bytes: Uint8Array): SignatureParts {
  const text = Buffer.from(bytes).toString('latin1');
  const found = BEGINNINGS.map(one => text.indexOf(one)).filter(at => at >= 0);
  if (found.length === 0) return { signature: bytes };
  const at = Math.min(...found);
  return { signature: bytes.subarray(0, at), certificate: bytes.subarray(at) };
}
