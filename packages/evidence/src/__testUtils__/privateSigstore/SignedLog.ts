import { KeyObject, randomBytes, sign } from 'node:crypto';
import { inclusionPath, leafHash, rootHash } from './merkleTree';

export interface LogKeys {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

/** Where an entry lies in the log, with a checkpoint of it. */
export interface LogPlace {
  index: number;
  size: number;
  root: Buffer;
  hashes: Buffer[];
  checkpoint: string;
}

const STRANGERS = 5;

/** A log that signs its tree with every entry. Source: C2SP signed-note, tlog-checkpoint. */
export class SignedLog {
  // As if others had written before, so that proofs have something in them
  readonly #leaves = Array.from({ length: STRANGERS }, () =>
    leafHash(randomBytes(32)),
  );
  readonly #keys: LogKeys;
  readonly #id: Buffer;
  readonly #origin: string;
  readonly #name: string;

  constructor(options: {
    keys: LogKeys;
    id: Buffer;
    /** First line of the checkpoint. */
    origin: string;
    /** Who signs it. */
    name: string;
  }) {
    this.#keys = options.keys;
    this.#id = options.id;
    this.#origin = options.origin;
    this.#name = options.name;
  }

  append(body: Uint8Array): LogPlace {
    const index = this.#leaves.push(leafHash(body)) - 1;
    const size = this.#leaves.length;
    const root = rootHash(this.#leaves);
    return {
      index,
      size,
      root,
      hashes: inclusionPath(index, this.#leaves),
      checkpoint: this.#checkpoint(size, root),
    };
  }

  sign(bytes: Uint8Array): Buffer {
    const { privateKey } = this.#keys;
    const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
    return sign(digest, bytes, privateKey);
  }

  #checkpoint(size: number, root: Buffer): string {
    const note = `${this.#origin}\n${size}\n${root.toString('base64')}\n`;
    const signature = Buffer.concat([
      this.#id.subarray(0, 4),
      this.sign(Buffer.from(note)),
    ]).toString('base64');
    return `${note}\n\u2014 ${this.#name} ${signature}\n`;
  }
}
