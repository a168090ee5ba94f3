import { arrayAt, stringAt } from '../../json';
import type { DigestSet } from '../../model/Digest';
import { isHex, isLowerHex } from './hex';

/** CycloneDX names in the words of an in-toto DigestSet. */
const NAMES: { [alg: string]: string } = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  'SHA3-256': 'sha3_256',
  'SHA3-384': 'sha3_384',
  'SHA3-512': 'sha3_512',
  'BLAKE2b-256': 'blake2b_256',
  'BLAKE2b-384': 'blake2b_384',
  'BLAKE2b-512': 'blake2b_512',
  BLAKE3: 'blake3',
};

/** The hashes that have a known algorithm and hexadecimal content. @internal */
export function hashesOf(component: unknown): DigestSet {
  const digests: DigestSet = {};
  for (const hash of arrayAt(component, 'hashes')) {
    const algorithm = NAMES[stringAt(hash, 'alg') ?? ''];
    const content = stringAt(hash, 'content');
    if (typeof algorithm !== 'string' || !content) continue;
    if (isLowerHex(content)) digests[algorithm] ??= content;
    else if (isHex(content)) digests[algorithm] ??= content.toLowerCase();
  }
  return digests;
}
