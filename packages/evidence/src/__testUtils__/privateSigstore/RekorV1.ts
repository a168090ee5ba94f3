import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { canonicalJson } from '../../facts/canonicalJson';
import { sha256 } from './merkleTree';
import { SignedLog } from './SignedLog';

const TREE = '1193050959916656506';

/** Rekor's first interface: it tells the time, and promises inclusion. */
export class RekorV1 {
  readonly publicKey: Buffer;
  readonly logId: Buffer;
  readonly #log: SignedLog;
  readonly #now: () => Date;

  constructor(host: string, now: () => Date) {
    const keys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    this.publicKey = keys.publicKey.export({ format: 'der', type: 'spki' });
    this.logId = sha256(this.publicKey);
    this.#now = now;
    this.#log = new SignedLog({
      keys,
      id: this.logId,
      origin: `${host} - ${TREE}`,
      name: host,
    });
  }

  /** The answer to a proposed entry. */
  add(proposed: any): object {
    const body = Buffer.from(canonicalJson(entryOf(proposed)));
    const { index, size, root, hashes, checkpoint } = this.#log.append(body);
    const entry = {
      body: body.toString('base64'),
      integratedTime: Math.floor(this.#now().getTime() / 1000),
      logIndex: index,
      logID: this.logId.toString('hex'),
    };
    const promise = this.#log.sign(canonicalJson(entry));
    return {
      [randomBytes(32).toString('hex')]: {
        ...entry,
        verification: {
          signedEntryTimestamp: promise.toString('base64'),
          inclusionProof: {
            checkpoint,
            hashes: hashes.map(hash => hash.toString('hex')),
            logIndex: index,
            rootHash: root.toString('hex'),
            treeSize: size,
          },
        },
      },
    };
  }
}

// A DSSE entry is kept by its hashes, everything else as it was proposed
function entryOf(proposed: any): unknown {
  if (proposed.kind !== 'dsse') return proposed;
  const { envelope, verifiers } = proposed.spec.proposedContent;
  const { payload, signatures } = JSON.parse(envelope);
  const hash = (bytes: Uint8Array | string) => ({
    algorithm: 'sha256',
    value: sha256(bytes).toString('hex'),
  });
  return {
    apiVersion: '0.0.1',
    kind: 'dsse',
    spec: {
      envelopeHash: hash(envelope),
      payloadHash: hash(Buffer.from(payload, 'base64')),
      signatures: signatures.map((one: any, at: number) => ({
        signature: one.sig,
        verifier: verifiers[at],
      })),
    },
  };
}
