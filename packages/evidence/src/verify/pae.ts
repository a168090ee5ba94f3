/**
 * The bytes that a DSSE signature is over: the payload and what it is said to be.
 *
 * Source: secure-systems-lab/dsse, protocol.md, "PAE".
 */
export function preAuthEncoding(type: string, payload: Uint8Array): Buffer {
  const typeLength = Buffer.byteLength(type);
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${typeLength} ${type} ${payload.length} `),
    payload,
  ]);
}
