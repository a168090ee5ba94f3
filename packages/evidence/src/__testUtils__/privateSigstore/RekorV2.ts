import { generateKeyPairSync } from 'node:crypto';
import { canonicalJson } from '../../facts/canonicalJson';
import { preAuthEncoding } from '../../verify/pae';
import { sha256 } from './merkleTree';
import { SignedLog } from './SignedLog';

/** What is kept of an envelope: a hash of what was signed, or the form before that. */
export type DsseEntry = 'hashedrekord' | 'dsse';

/** Rekor's second interface: inclusion only, no time. */
export class RekorV2 {
  readonly publicKey: Buffer;
  readonly logId: Buffer;
  readonly #log: SignedLog;

  constructor(host: string) {
    const keys = generateKeyPairSync('ed25519');
    this.publicKey = keys.publicKey.export({ format: 'der', type: 'spki' });
    // Of a signed note: name, algorithm, key
    this.logId = sha256(
      `${host}\n`,
      Buffer.from([1]),
      this.publicKey.subarray(-32),
    );
    this.#log = new SignedLog({
      keys,
      id: this.logId,
      origin: host,
      name: host,
    });
  }

  /** The answer to a request for an entry. */
  add(request: any, dsseEntry: DsseEntry): object {
    const entry = entryOf(request, dsseEntry);
    const body = Buffer.from(canonicalJson(entry));
    const { index, size, root, hashes, checkpoint } = this.#log.append(body);
    return {
      logIndex: String(index),
      logId: { keyId: this.logId.toString('base64') },
      kindVersion: { kind: entry.kind, version: entry.apiVersion },
      integratedTime: '0',
      canonicalizedBody: body.toString('base64'),
      inclusionProof: {
        logIndex: String(index),
        treeSize: String(size),
        rootHash: root.toString('base64'),
        hashes: hashes.map(hash => hash.toString('base64')),
        checkpoint: { envelope: checkpoint },
      },
    };
  }
}

const digestOf = (bytes: Uint8Array) => ({
  algorithm: 'SHA2_256',
  digest: sha256(bytes).toString('base64'),
});

function entryOf(request: any, dsseEntry: DsseEntry) {
  if (!request.dsseRequestV002) {
    const { digest, signature } = request.hashedRekordRequestV002;
    return hashed({ algorithm: 'SHA2_256', digest }, signature);
  }
  const { envelope, verifiers } = request.dsseRequestV002;
  const payload = Buffer.from(envelope.payload, 'base64');
  const signatures = envelope.signatures.map((one: any, at: number) => ({
    content: one.sig,
    verifier: verifiers[at] ?? verifiers[0],
  }));
  if (dsseEntry === 'hashedrekord') {
    const signed = preAuthEncoding(envelope.payloadType, payload);
    return hashed(digestOf(signed), signatures[0]);
  }
  return {
    apiVersion: '0.0.2',
    kind: 'dsse',
    spec: { dsseV002: { payloadHash: digestOf(payload), signatures } },
  };
}

function hashed(data: object, signature: object) {
  return {
    apiVersion: '0.0.2',
    kind: 'hashedrekord',
    spec: { hashedRekordV002: { data, signature } },
  };
}
