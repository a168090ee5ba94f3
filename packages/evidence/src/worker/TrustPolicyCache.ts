import { LoadedTrustPolicy, readTrustPolicy } from '../trust/readTrustPolicy';
import { TrustPolicyError } from '../trust/TrustPolicyError';
import type { TrustPolicyBytes } from './types';

/** The one that applies, the one before, and two that are being tried. */
const KEPT = 4;

/** Trust policies by their digest; each is parsed once in a thread. @internal */
export class TrustPolicyCache {
  readonly #loaded = new Map<string, LoadedTrustPolicy>();

  /** @throws TrustPolicyError where it is refused, or is not what its digest says */
  get({ digest, json }: TrustPolicyBytes): LoadedTrustPolicy {
    const known = this.#loaded.get(digest);
    if (known) return known;
    const loaded = readTrustPolicy(parse(json));
    if (loaded.digest !== digest) {
      throw new TrustPolicyError([
        {
          pointer: '',
          message: `This is ${loaded.digest}, not ${digest}.`,
          remedy: 'Send the policy with its own digest.',
        },
      ]);
    }
    const [oldest] = this.#loaded.keys();
    if (this.#loaded.size >= KEPT) this.#loaded.delete(oldest);
    this.#loaded.set(digest, loaded);
    return loaded;
  }
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(json).toString('utf8'));
  } catch (error) {
    throw new TrustPolicyError([
      {
        pointer: '',
        message: `This is no JSON: ${(error as Error).message}.`,
        remedy: 'Write it as one JSON document.',
      },
    ]);
  }
}
