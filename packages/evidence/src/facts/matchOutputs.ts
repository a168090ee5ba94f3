import { DigestSet, Output } from '../model/Digest';

const FULL_DIGESTS = { sha256: 64, sha512: 128 } as const;

interface FullDigests {
  sha256?: string;
  sha512?: string;
}

/** The full digests of a set: whole sha256 and sha512 only, in lower case. Design section 4. */
export function fullDigests(digest: Partial<DigestSet>): FullDigests {
  const full: FullDigests = {};
  for (const [algorithm, length] of Object.entries(FULL_DIGESTS)) {
    const hex = digest[algorithm]?.toLowerCase();
    if (hex?.length === length && /^[0-9a-f]+$/.test(hex)) {
      full[algorithm as keyof typeof FULL_DIGESTS] = hex;
    }
  }
  return full;
}

/** How two sets of digests compare: only full ones, of the same algorithm. */
export function compareDigests(
  left: Partial<DigestSet>,
  right: Partial<DigestSet>,
): 'same' | 'different' | 'incomparable' {
  const [own, other] = [fullDigests(left), fullDigests(right)];
  const equal = (['sha256', 'sha512'] as const)
    .filter(algorithm => own[algorithm] && other[algorithm])
    .map(algorithm => own[algorithm] === other[algorithm]);
  if (equal.length === 0) return 'incomparable';
  return equal.every(Boolean) ? 'same' : 'different';
}

/**
 * How many of the subjects are outputs of the release. They are when they have a
 * full digest in common and no comparable digest disagrees; names do not matter.
 */
export function countMatches(
  subjects: FullDigests[],
  outputs: Pick<Output, 'digest'>[],
): number {
  return subjects.filter(({ sha256 = '', sha512 = '' }) =>
    outputs.some(
      output => compareDigests({ sha256, sha512 }, output.digest) === 'same',
    ),
  ).length;
}
